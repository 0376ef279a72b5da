const isIn = (byte: number | undefined, first: number, last: number) =>
  byte !== undefined && byte >= first && byte <= last;

/** Where the first byte is that is none of UTF-8 (RFC 3629), from a place on; -1 when there is none. */
export function utf8Fault(bytes: Uint8Array, from: number): number {
  for (let at = from; at < bytes.length;) {
    const length = utf8Length(bytes, at);
    if (length === 0) return at;
    at += length;
  }
  return -1;
}

function utf8Length(bytes: Uint8Array, at: number): number {
  const first = bytes[at] ?? 0;
  if (first < 0x80) return 1;
  const length = first < 0xc2 || first > 0xf4 ? 0 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
  for (let more = 1; more < length; more += 1)
    if (!isIn(bytes[at + more], more === 1 ? least(first) : 0x80, more === 1 ? most(first) : 0xbf))
      return 0;
  return length;
}

/** Second bytes that would spell a character longer than it is, a surrogate, or none that exists. */
const least = (first: number) => (first === 0xe0 ? 0xa0 : first === 0xf0 ? 0x90 : 0x80);
const most = (first: number) => (first === 0xed ? 0x9f : first === 0xf4 ? 0x8f : 0xbf);

/** The same for GB18030: one byte, two, or four. */
export function gb18030Fault(bytes: Uint8Array, from: number): number {
  for (let at = from; at < bytes.length;) {
    const length = gb18030Length(bytes, at);
    if (length === 0) return at;
    at += length;
  }
  return -1;
}

function gb18030Length(bytes: Uint8Array, at: number): number {
  const [first, second, third, fourth] = bytes.subarray(at, at + 4);
  if (isIn(first, 0, 0x7f)) return 1;
  if (!isIn(first, 0x81, 0xfe)) return 0;
  if (isIn(second, 0x40, 0x7e) || isIn(second, 0x80, 0xfe)) return 2;
  return isIn(second, 0x30, 0x39) && isIn(third, 0x81, 0xfe) && isIn(fourth, 0x30, 0x39) ? 4 : 0;
}
