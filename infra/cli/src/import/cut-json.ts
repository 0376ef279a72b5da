import { createPieces, type JsonPiece } from './json-pieces.ts';

export type { JsonPiece };

/** Looked at beyond a line's end, to see whether a new document begins there. */
const LOOKAHEAD = 64;
const DOCUMENT_START = /^\{\s*"(?:status|audit_item|custom|data|code|msg|message)"/iu;
const ENVELOPE_START = /^\{\s*"(?:status|custom)"/iu;
const ELEMENT_START = /^\s*\{\s*"audit_item"\s*:/iu;
const PAGE_START = /^<(?:!doctype|html|\?xml|head|body)/iu;
/** Where JSON may begin again behind something that is none. */
const JSON_START = /^\s*[[{]\s*(?:["{[\]}]|$)/u;

/** What may stand between documents: blanks, commas, record separators and a mark. */
const SEPARATORS = ' \t\r\n,\u0000\u001e\ufeff';

const ENDS_PLAIN = /["\\\n]/gu;

interface Frame {
  readonly bracket: '{' | '[';
  /** An array whose elements are cut out. */
  readonly cuts: boolean;
  key: string;
}

/**
 * Cuts a JSON text of any size into documents and the elements of their `list` (or of an array at the
 * top), without holding more than one of them. Documents may stand one behind the other or one a line.
 * Where one breaks off, the next line that begins like a document (or an element) is a new start.
 */
export async function* cutJson(chunks: AsyncIterable<string>): AsyncGenerator<JsonPiece> {
  const scanner = createScanner();
  for await (const chunk of chunks) yield* scanner.scan(chunk, false);
  yield* scanner.scan('', true);
}

function createScanner() {
  const pieces = createPieces();
  let buffer = '';
  let stack: Frame[] = [];
  let mode: 'OUTSIDE' | 'JUNK' | 'INSIDE' = 'OUTSIDE';
  let inString = false;
  let escaped = false;
  let text = '';
  let found: JsonPiece[] = [];

  const top = () => stack.at(-1);
  const close = () => {
    stack = [];
    inString = escaped = false;
    mode = 'OUTSIDE';
  };
  const broken = () => {
    found.push(...pieces.broken());
    close();
  };

  function inside(character: string): void {
    if (inString) {
      if (escaped) escaped = false;
      else if (character === '\\') escaped = true;
      else if (character === '"') inString = false;
      else if (text.length < 32) text += character;
      pieces.add(character);
      return;
    }
    const frame = top();
    if (frame?.cuts === true) {
      const separates = /[\s,\]]/u.test(character);
      if (pieces.inElement() && separates) found.push(pieces.endElement());
      if (!pieces.inElement() && !separates) pieces.beginElement();
      // What separated the elements would be in the way in the document without them.
      if (character === ',') return;
    }
    pieces.add(character);
    structure(character, frame);
  }

  function structure(character: string, frame: Frame | undefined): void {
    switch (character) {
      case '"':
        inString = true;
        text = '';
        return;
      case ':':
        if (frame !== undefined) frame.key = text.toLowerCase();
        return;
      case '{':
      case '[':
        stack.push({ bracket: character, key: '', cuts: cuts(character, frame) });
        return;
      case '}':
      case ']':
        if ((character === '}') !== (frame?.bracket === '{')) {
          broken();
          mode = 'JUNK';
          return;
        }
        stack.pop();
        if (stack.length === 0) {
          found.push(pieces.endDocument());
          close();
        }
        return;
      default:
    }
  }

  function cuts(bracket: string, frame: Frame | undefined): boolean {
    if (bracket !== '[' || pieces.inElement()) return false;
    return frame === undefined || (frame.bracket === '{' && frame.key === 'list');
  }

  /** What the next line begins with may show that the document, or its element, has broken off. */
  function lineBegins(ahead: string): void {
    if (mode === 'JUNK') {
      if (JSON_START.test(ahead)) broken();
    } else if (mode === 'INSIDE') {
      const start = stack.some((frame) => frame.cuts) ? ENVELOPE_START : DOCUMENT_START;
      if (start.test(ahead)) broken();
      else if (PAGE_START.test(ahead)) broken();
      else if (pieces.inElement() && ELEMENT_START.test(ahead)) restartElement();
    }
  }

  function restartElement(): void {
    const list = stack.findIndex((frame) => frame.cuts);
    if (stack.length === list + 1) return;
    found.push(pieces.brokenElement());
    stack.length = list + 1;
    inString = escaped = false;
  }

  function step(character: string): void {
    if (mode === 'INSIDE') {
      inside(character);
      return;
    }
    if (mode === 'OUTSIDE') {
      if (SEPARATORS.includes(character)) return;
      mode = character === '{' || character === '[' ? 'INSIDE' : 'JUNK';
      if (mode === 'INSIDE') {
        inside(character);
        return;
      }
    }
    pieces.add(character);
  }

  /** Most of a file is text inside of strings: it is taken as a whole up to what may end it. */
  function plainUntil(from: number, limit: number): number {
    ENDS_PLAIN.lastIndex = from;
    const end = ENDS_PLAIN.exec(buffer)?.index ?? limit;
    return Math.min(end, limit);
  }

  function takePlain(slice: string): void {
    if (text.length < 32) text += slice.slice(0, 32);
    pieces.add(slice);
  }

  return {
    *scan(chunk: string, ended: boolean): Generator<JsonPiece> {
      buffer += chunk;
      const limit = ended ? buffer.length : buffer.length - LOOKAHEAD;
      let at = 0;
      for (; at < limit; at += 1) {
        const plain = mode === 'INSIDE' && inString && !escaped ? plainUntil(at, limit) : at;
        if (plain > at) {
          takePlain(buffer.slice(at, plain));
          at = plain - 1;
          continue;
        }
        const character = buffer.charAt(at);
        step(character);
        if (character === '\n') lineBegins(buffer.slice(at + 1, at + 1 + LOOKAHEAD));
        if (found.length > 0) {
          yield* found;
          found = [];
        }
      }
      buffer = buffer.slice(at);
      if (ended && mode !== 'OUTSIDE') yield* pieces.broken();
    },
  };
}
