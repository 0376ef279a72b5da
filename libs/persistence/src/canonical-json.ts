import serialize from 'canonicalize';

// The package is CommonJS whose exports are the function; its types claim a `default` beside it.
const canonicalize = serialize as unknown as (value: unknown) => string | undefined;

/** RFC 8785: one text for one value, whatever the order of its keys. Throws for NaN and infinities. */
export function canonicalJson(value: unknown): string {
  const text = canonicalize(value);
  if (text === undefined) throw new TypeError('There is no JSON for this value.');
  return text;
}
