/** A piece of a JSON file: an element of its list, what is left of a document without them, or what is neither. */
export interface JsonPiece {
  readonly kind: 'ELEMENT' | 'DOCUMENT' | 'BROKEN';
  readonly text: string;
  /** Of a document: how many elements were cut out of it before. */
  readonly elements: number;
}

/** Of what can't be read only the beginning is kept: a page of HTML may be long. */
const LONGEST_BROKEN = 200;

/** Collects the text of a document beside that of the element that is being cut out of it. */
export function createPieces() {
  let document = createText();
  let element: ReturnType<typeof createText> | undefined;
  let elements = 0;

  const piece = (kind: JsonPiece['kind'], text: string, count = 0): JsonPiece => ({
    kind,
    text: kind === 'BROKEN' ? text.slice(0, LONGEST_BROKEN) : text,
    elements: count,
  });
  const reset = () => {
    document = createText();
    element = undefined;
    elements = 0;
  };

  return {
    add(character: string) {
      (element ?? document).add(character);
    },
    inElement: () => element !== undefined,
    beginElement() {
      element = createText();
    },
    endElement(): JsonPiece {
      const text = element?.take() ?? '';
      element = undefined;
      elements += 1;
      return piece('ELEMENT', text);
    },
    brokenElement(): JsonPiece {
      const text = element?.take() ?? '';
      element = undefined;
      elements += 1;
      return piece('BROKEN', text);
    },
    endDocument(): JsonPiece {
      const whole = piece('DOCUMENT', document.take(), elements);
      reset();
      return whole;
    },
    /** What was begun and never ended: the open element, or the document when there was none. */
    broken(): readonly JsonPiece[] {
      const text = element?.take() ?? document.take();
      reset();
      return text.trim() === '' ? [] : [piece('BROKEN', text)];
    },
  };
}

/** Text that grows by characters: joined in blocks, because one long chain of joins is slow to read. */
function createText() {
  let blocks: string[] = [];
  let block = '';
  return {
    add(character: string) {
      block += character;
      if (block.length >= 4096) {
        blocks.push(block);
        block = '';
      }
    },
    take(): string {
      const text = blocks.join('') + block;
      blocks = [];
      block = '';
      return text;
    },
  };
}
