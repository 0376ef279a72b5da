import { isAscii, isUtf8 } from 'node:buffer';
import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { faultMark } from './encoding-fault.ts';
import { gb18030Fault, utf8Fault } from './find-fault.ts';

const SAMPLE = 1 << 20;
/** A line longer than this is cut: no file in the older encoding has such a line. */
const LONGEST_PIECE = 1 << 22;
const LINE_END = 0x0a;

/**
 * The file's text in chunks, never held as a whole: UTF-8, UTF-16 with a mark, or GB18030. A byte that is
 * none of the encoding leaves a mark (`encodingFault`) in its place: what is around it can't be trusted.
 */
export async function* decodeFile(path: string): AsyncGenerator<string> {
  const encoding = encodingOf(await sampleOf(path));
  const bytes = createReadStream(path) as AsyncIterable<Buffer>;
  if (encoding === 'utf-16le' || encoding === 'utf-16be') yield* decodeWide(bytes, encoding);
  else yield* decodePieces(bytes, encoding === 'utf-8' ? decodeUtf8 : decodeGb18030);
}

/** By its mark; else UTF-8, unless so much of it is none that it must be the older national encoding. */
export function encodingOf(sample: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030' {
  if (sample[0] === 0xff && sample[1] === 0xfe) return 'utf-16le';
  if (sample[0] === 0xfe && sample[1] === 0xff) return 'utf-16be';
  const text = new TextDecoder('utf-8').decode(sample, { stream: true });
  const broken = count(text, '\ufffd');
  if (broken === 0) return 'utf-8';
  // A single broken character in a Chinese text is damage; one in five of them is another encoding.
  return broken * 5 > beyondAscii(text) ? 'gb18030' : 'utf-8';
}

async function* decodeWide(
  chunks: AsyncIterable<Buffer>,
  encoding: 'utf-16le' | 'utf-16be',
): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding, { ignoreBOM: true });
  let units = 0;
  const marked = (text: string) => {
    const from = units;
    units += text.length;
    return text.replace(/\ufffd/gu, (_, at: number) => faultMark(0xfd, (from + at) * 2));
  };
  for await (const chunk of chunks) {
    const text = marked(decoder.decode(chunk, { stream: true }));
    if (text !== '') yield text;
  }
  const rest = marked(decoder.decode());
  if (rest !== '') yield rest;
}

/** In pieces that end with a line, or where one character begins when a line has no end. */
async function* decodePieces(
  chunks: AsyncIterable<Buffer>,
  decode: (piece: Buffer, offset: number) => string,
): AsyncGenerator<string> {
  let kept: Buffer[] = [];
  let size = 0;
  let offset = 0;
  const take = (piece: Buffer) => {
    const text = decode(piece, offset);
    offset += piece.length;
    return text;
  };
  for await (const chunk of chunks) {
    const end = chunk.lastIndexOf(LINE_END) + 1;
    kept.push(chunk);
    size += chunk.length;
    if (end === 0 && size < LONGEST_PIECE) continue;
    const all = Buffer.concat(kept);
    const cut = end > 0 ? all.length - chunk.length + end : characterEnd(all);
    kept = [all.subarray(cut)];
    size = all.length - cut;
    yield take(all.subarray(0, cut));
  }
  const rest = Buffer.concat(kept);
  if (rest.length > 0) yield take(rest);
}

/** Behind the last character that is a sign of ASCII: no character is cut there in either encoding. */
function characterEnd(bytes: Buffer): number {
  for (let at = bytes.length; at > 0; at -= 1) {
    const byte = bytes[at - 1] ?? 0;
    // Below 0x30 no byte is the second half of a character in either encoding.
    if (byte < 0x30) return at;
  }
  return bytes.length;
}

function decodeUtf8(bytes: Buffer, offset: number): string {
  return isUtf8(bytes) ? bytes.toString('utf8') : marked(bytes, { offset, encoding: 'utf-8' });
}

/** Line by line, because a line of UTF-8 among others reads as other Chinese characters without a fault. */
function decodeGb18030(bytes: Buffer, offset: number): string {
  if (isAscii(bytes)) return bytes.toString('latin1');
  let text = '';
  for (let from = 0; from < bytes.length;) {
    const end = bytes.indexOf(LINE_END, from);
    const to = end < 0 ? bytes.length : end + 1;
    const line = bytes.subarray(from, to);
    text += isStrayUtf8(line)
      ? markedLine(line, offset + from)
      : marked(line, { offset: offset + from, encoding: 'gb18030' });
    from = to;
  }
  return text;
}

/** Chinese in UTF-8 takes three bytes a character: by chance no line of the older encoding reads so. */
function isStrayUtf8(line: Buffer): boolean {
  return !isAscii(line) && isUtf8(line) && /\p{Script=Han}/u.test(line.toString('utf8'));
}

function markedLine(line: Buffer, offset: number): string {
  const at = line.findIndex((byte) => byte > 0x7f);
  return faultMark(line[at] ?? 0, offset + at) + line.toString('utf8');
}

/** The text with a mark for each byte that is none of the encoding. */
function marked(
  bytes: Buffer,
  { offset, encoding }: { readonly offset: number; readonly encoding: 'utf-8' | 'gb18030' },
): string {
  const findFault = encoding === 'utf-8' ? utf8Fault : gb18030Fault;
  const decoder = new TextDecoder(encoding, { ignoreBOM: true });
  let text = '';
  for (let from = 0; from < bytes.length;) {
    const fault = findFault(bytes, from);
    if (fault < 0) return text + decoder.decode(bytes.subarray(from));
    text += decoder.decode(bytes.subarray(from, fault));
    text += faultMark(bytes[fault] ?? 0, offset + fault);
    from = fault + 1;
  }
  return text;
}

async function sampleOf(path: string): Promise<Uint8Array> {
  const file = await open(path);
  try {
    const buffer = new Uint8Array(SAMPLE);
    const { bytesRead } = await file.read(buffer, 0, SAMPLE, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

function count(text: string, character: string): number {
  return text.split(character).length - 1;
}

function beyondAscii(text: string): number {
  return text.replace(/[ -~\s]/gu, '').length;
}
