import { createPieces, type JsonPiece } from './json-pieces.ts';

export type { JsonPiece };

/** Looked at beyond a line's end, to see whether a new document begins there. */
const LOOKAHEAD = 64;
const DOCUMENT_START = /^\{\s*"(?:status|audit_item|custom|data|code|msg|message)"/iu;
const ENVELOPE_START = /^\{\s*"(?:status|custom)"/iu;
/** An element is known by its first table, which stands in no other one. */
const ELEMENT_START = /^\{\s*"(audit_\w+)"\s*:/iu;
const PAGE_START = /^<(?:!doctype|html|\?xml|head|body)/iu;
/** Where JSON may begin again behind something that is none. */
const JSON_START = /^\s*[[{]\s*(?:["{[\]}]|$)/u;

/** What may stand between documents: blanks, commas, record separators and a mark. */
const SEPARATORS = ' \t\r\n,\u0000\u001e\ufeff';

const ENDS_PLAIN = /["\\\n{]/gu;

/** Under these names stand the items of a file, or what they stand in. */
const ENVELOPES = ['list', 'data', 'custom', 'result', 'rows', 'records', 'items'];
/** Of what can't be read only the beginning is kept. */
const LONGEST_JUNK = 1_000;

interface Frame {
  readonly bracket: '{' | '[';
  /** An array whose elements are cut out. */
  readonly cuts: boolean;
  key: string;
}

/**
 * Cuts a JSON text of any size into documents and the elements of their `list` (or of an array at the
 * top), without holding more than one of them. Documents may stand one behind the other or one a line.
 * Where one breaks off, the next line that begins like a document is a new start; a broken element
 * ends where the next one begins, also in the same line.
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
  /** The first table of this list's elements. */
  let firstTable: string | undefined;
  /** Brackets don't match in this element: nothing counts until the next one. */
  let lost = false;
  let junk = 0;

  const top = () => stack.at(-1);
  const close = () => {
    stack = [];
    inString = escaped = lost = false;
    firstTable = undefined;
    junk = 0;
    mode = 'OUTSIDE';
  };
  const broken = () => {
    found.push(...pieces.broken());
    close();
  };

  function addJunk(character: string): void {
    junk += 1;
    if (junk < LONGEST_JUNK) pieces.add(character);
  }

  function inside(character: string): void {
    if (lost) {
      addJunk(character);
      return;
    }
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
        stack.push({ bracket: character, key: '', cuts: cuts(character) });
        return;
      case '}':
      case ']':
        if ((character === '}') !== (frame?.bracket === '{')) {
          if (pieces.inElement()) {
            lost = true;
            return;
          }
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

  function cuts(bracket: string): boolean {
    if (bracket !== '[' || pieces.inElement()) return false;
    return stack.every(({ bracket: outer, key }) => outer === '{' && ENVELOPES.includes(key));
  }

  /** What the next line begins with may show that the document, or its element, has broken off. */
  function lineBegins(ahead: string): void {
    if (mode === 'JUNK') {
      if (JSON_START.test(ahead)) broken();
    } else if (mode === 'INSIDE') {
      const start = stack.some((frame) => frame.cuts) ? ENVELOPE_START : DOCUMENT_START;
      if (start.test(ahead)) broken();
      else if (PAGE_START.test(ahead)) broken();
    }
  }

  /** Where an element begins inside of another one, that one is broken and ends here. */
  function elementBegins(ahead: string): void {
    const list = stack.findIndex((frame) => frame.cuts);
    const table = ELEMENT_START.exec(ahead)?.[1]?.toLowerCase();
    if (list < 0 || table === undefined) return;
    firstTable ??= pieces.inElement() ? undefined : table;
    if (table !== firstTable || !pieces.inElement()) return;
    if (stack.length === list + 1 && !lost && !inString) return;
    found.push(pieces.brokenElement());
    stack.length = list + 1;
    inString = escaped = lost = false;
    junk = 0;
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
    addJunk(character);
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
        if (character === '{' && mode === 'INSIDE') elementBegins(buffer.slice(at, at + LOOKAHEAD));
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
