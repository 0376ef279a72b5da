/** An object of an answer, as JSON came: its keys are chosen by callers and subgraphs. */
export type AnswerObject = Record<string, unknown>;

export function isAnswerObject(value: unknown): value is AnswerObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const inherited: ReadonlySet<string> = new Set(Object.getOwnPropertyNames(Object.prototype));

/** Whether every object has something of this name that is not its own. */
export const inherits = (key: string): boolean => inherited.has(key);

/** Reads a key of an object's own: `constructor` is a name like any other. */
export function readOwn(object: AnswerObject, key: string): unknown {
  const value = object[key];
  return value !== undefined && inherited.has(key) && !Object.hasOwn(object, key)
    ? undefined
    : value;
}

/** Writes a key of the object's own, `__proto__` included: no key reaches a prototype. */
export function writeOwn(object: AnswerObject, key: string, value: unknown): void {
  if (key === '__proto__') {
    Object.defineProperty(object, key, {
      value,
      configurable: true,
      enumerable: true,
      writable: true,
    });
  } else object[key] = value;
}
