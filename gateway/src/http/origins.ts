/** Whether pages of this origin may ask, and read the answers. */
export type MayAsk = (origin: string) => boolean;

const ANY_PORT = ':*';

/**
 * From a list of origins as browsers send them, `https://portal.example`, `http://127.0.0.1:5173`, and
 * `http://localhost:*` for any port.
 */
export function createOrigins(listed: readonly string[]): MayAsk {
  const exact = new Set(listed.filter((origin) => !origin.endsWith(ANY_PORT)));
  const hosts = new Set(
    listed
      .filter((origin) => origin.endsWith(ANY_PORT))
      .map((origin) => origin.slice(0, -ANY_PORT.length)),
  );
  return (origin) => exact.has(origin) || hosts.has(origin.replace(/:\d{1,5}$/, ''));
}

/** A page that this gateway served itself. */
export function isOwnPage(origin: string, host: string | undefined): boolean {
  return URL.canParse(origin) && new URL(origin).host === host;
}

/** One of a list: an origin without path, with `*` for any port. */
export const isOriginForm = (text: string): boolean =>
  /^https?:\/\/[^\s/:*?#@]+(?::(?:\d{1,5}|\*))?$/.test(text);
