import type { Handler, Route } from './exchange.ts';

export type Routes = Readonly<Record<string, Handler | Route>>;

export interface FoundRoute extends Route {
  /** As it was declared: what metrics are labelled with. */
  readonly pattern: string;
}

/** By the exact path, or by the longest declared one that ends in `/` and begins the path. */
export function createRouteFinder(routes: Routes): (path: string) => FoundRoute | undefined {
  const declared = Object.entries(routes).map(([pattern, route]): FoundRoute =>
    typeof route === 'function' ? { pattern, handle: route } : { pattern, ...route },
  );
  const exact = new Map(declared.map((route) => [route.pattern, route]));
  const prefixes = declared
    .filter(({ pattern }) => pattern.endsWith('/') && pattern !== '/')
    .sort((one, other) => other.pattern.length - one.pattern.length);
  return (path) => exact.get(path) ?? prefixes.find(({ pattern }) => path.startsWith(pattern));
}
