import type { ClockFacts, HealthFacts, ProgramFacts, Unasked } from './facts.ts';

const PATIENCE_MS = 5_000;

/** What a program says of itself; the reason where nothing answers. `admin` is where operators ask, if anywhere. */
export async function collectHealth(
  address: string,
  admin: string | undefined,
): Promise<HealthFacts | Unasked> {
  try {
    const asked = Date.now();
    const live = await ask(address, '/health/live');
    const clock = clockOf(live.headers.get('date'), { asked, answered: Date.now() });
    const ready = await ask(address, '/health/ready');
    // That port may be closed to where the doctor stands: then only this is not told.
    const subgraphs =
      admin === undefined
        ? undefined
        : await ask(admin, '/health/subgraphs').catch(() => undefined);
    return {
      ...{ address, isLive: live.status === 200, isReady: ready.status === 200 },
      ...(clock && { clock }),
      ...(subgraphs?.ok === true && {
        subgraphs: (await subgraphs.json()) as Readonly<Record<string, string>>,
      }),
    };
  } catch (error) {
    return { unasked: `nobody answers at ${address} (${reasonOf(error)})` };
  }
}

const ask = (address: string, path: string) =>
  fetch(new URL(path, address), { signal: AbortSignal.timeout(PATIENCE_MS) });

/** A Date header has whole seconds, cut off: what it means lies in the second behind it. */
export function clockOf(
  date: string | null,
  { asked, answered }: { readonly asked: number; readonly answered: number },
): ClockFacts | undefined {
  const told = date === null ? Number.NaN : Date.parse(date);
  if (Number.isNaN(told)) return undefined;
  const way = (answered - asked) / 2;
  return { offset: told + 500 - (asked + way), within: 500 + way };
}

function reasonOf(error: unknown): string {
  const cause = error instanceof Error ? (error.cause ?? error) : error;
  const { code, message } = cause as { readonly code?: unknown; readonly message?: unknown };
  return typeof code === 'string' ? code : String(message);
}

/** Where the programs answer that only the gateway's environment tells. */
export function addressesOf(gateway: ProgramFacts['environment']): ReadonlyMap<string, string> {
  const pairs = (gateway['SUBGRAPH_URLS'] ?? '').split(',').map((pair) => pair.trim());
  return new Map(
    pairs.flatMap((pair): [string, string][] => {
      const [, name, url] = /^([a-z][\w-]*)=(https?:\/\/\S+)$/u.exec(pair) ?? [];
      return name !== undefined && url !== undefined ? [[name, new URL(url).origin]] : [];
    }),
  );
}
