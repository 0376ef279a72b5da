/** Around what is told of a byte that can't be read: characters that no text has. */
const [OPEN, CLOSE] = ['\ufdd0', '\ufdd1'];
const FAULT = new RegExp(`${OPEN}([^${CLOSE}]*)${CLOSE}`, 'u');

/** Stands in the text for a byte that is none of its encoding, so that the row it is in can be refused. */
export function faultMark(byte: number, offset: number): string {
  const hex = byte.toString(16).toUpperCase().padStart(2, '0');
  return `${OPEN}byte 0x${hex} at ${offset.toString()}${CLOSE}`;
}

/** The first such byte of a text and its place in the file, from 0; undefined when all of it was read. */
export function encodingFault(text: string): string | undefined {
  return text.includes(OPEN) ? FAULT.exec(text)?.[1] : undefined;
}
