import { isAnswerObject, readOwn, writeOwn, type AnswerObject } from './answer-object.ts';

/**
 * Puts all of `source` into `target`: objects key by key, lists of one length element by element, and
 * of everything else the later wins. `copied` leaves `source` to nobody, for one answer that is put
 * into several places. Without recursion: a scalar of a subgraph may be nested as deep as it likes.
 */
export function mergeAnswers(target: AnswerObject, source: AnswerObject, copied = false): void {
  const open: AnswerObject[] = [];
  let into = target;
  let from: AnswerObject | undefined = source;
  while (from !== undefined) {
    for (const key of Object.keys(from)) {
      const value = from[key];
      if (value === undefined) continue;
      const present = readOwn(into, key);
      if (areBothObjects(present, value) || areListsOfOneLength(present, value)) {
        open.push(value as AnswerObject, present as AnswerObject);
      } else writeOwn(into, key, copied ? copyOf(value) : value);
    }
    into = open.pop() ?? into;
    from = open.pop();
  }
}

function areBothObjects(left: unknown, right: unknown): boolean {
  return isAnswerObject(left) && isAnswerObject(right);
}

/** Lists are walked by their indices, which are keys too. */
function areListsOfOneLength(left: unknown, right: unknown): boolean {
  return Array.isArray(left) && Array.isArray(right) && left.length === right.length;
}

/** A deep copy without recursion. */
function copyOf(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  const copy = Array.isArray(value) ? [] : {};
  const open: [object, object][] = [[copy, value]];
  for (let pair = open.pop(); pair !== undefined; pair = open.pop()) {
    const [into, from] = pair as [AnswerObject, AnswerObject];
    for (const key of Object.keys(from)) {
      const element = from[key];
      if (typeof element === 'object' && element !== null) {
        const empty = Array.isArray(element) ? [] : {};
        writeOwn(into, key, empty);
        open.push([empty, element]);
      } else writeOwn(into, key, element);
    }
  }
  return copy;
}
