import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';

const SAMPLE = 1 << 20;

/** The file's text in chunks, never held as a whole: UTF-8, UTF-16 with a mark, or GB18030. */
export async function* decodeFile(path: string): AsyncGenerator<string> {
  const decoder = new TextDecoder(encodingOf(await sampleOf(path)));
  for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
    const text = decoder.decode(chunk, { stream: true });
    if (text !== '') yield text;
  }
  const rest = decoder.decode();
  if (rest !== '') yield rest;
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
