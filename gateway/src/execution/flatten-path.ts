import type { ResponsePath } from '@apollo/query-planner';
import { isAnswerObject, readOwn, writeOwn, type AnswerObject } from './answer-object.ts';

/** One step of a Flatten node's path: into a key or over a list, and on only for these types. */
interface PathStep {
  /** A list's elements have no key. */
  readonly key: string | undefined;
  readonly types: ReadonlySet<string> | undefined;
}
export type FlattenPath = readonly PathStep[];

/** `a`, `@`, and with type conditions `a|[T,U]`, `@|[T]`, `|[T]`. */
export function parseFlattenPath(path: ResponsePath): FlattenPath {
  return path.map((element) => {
    const [name = '', types] = String(element).split('|');
    return {
      key: name === '@' ? undefined : name,
      types: types === undefined ? undefined : new Set(types.slice(1, -1).split(',')),
    };
  });
}

/** What is at the end of a path, with the objects around it and, where asked for, where it is. */
export interface Walker {
  /** Answers what is to stand there from now on. */
  readonly visit: (entity: AnswerObject) => AnswerObject;
  /** Objects from the root down to the entity's parent. */
  readonly ancestors?: AnswerObject[];
  /** Keys and indices from the root down to the entity. */
  readonly trail?: (string | number)[];
}

/** Visits each object at the end of `path`; nulls, and what is not of a step's types, end the way. */
export function walkPath(value: unknown, path: FlattenPath, walker: Walker): void {
  walk(value, 0, { path, ...walker });
}

interface Walk extends Walker {
  readonly path: FlattenPath;
}

/** Answers what is to stand where `value` stood. */
function walk(value: unknown, index: number, walker: Walk): unknown {
  if (typeof value !== 'object' || value === null) return value;
  const step = walker.path[index];
  if (Array.isArray(value)) {
    walkList(value as unknown[], index, walker);
    return value;
  }
  if (step === undefined) return walker.visit(value as AnswerObject);
  if (step.key === undefined) return value;
  if (step.key === '') {
    return isOfTypes(value, step.types) ? walk(value, index + 1, walker) : value;
  }
  const parent = value as AnswerObject;
  const child = readOwn(parent, step.key);
  if (!Array.isArray(child) && !isOfTypes(child, step.types)) return value;
  walker.ancestors?.push(parent);
  walker.trail?.push(step.key);
  const stays = walk(child, index + 1, walker);
  if (stays !== child) writeOwn(parent, step.key, stays);
  walker.trail?.pop();
  walker.ancestors?.pop();
  return value;
}

/** A list at the end of a path, or where no step says so, is gone through as well. */
function walkList(list: unknown[], index: number, walker: Walk): void {
  const step = walker.path[index];
  const next = step?.key === undefined && step !== undefined ? index + 1 : index;
  for (let at = 0; at < list.length; at += 1) {
    const element = list[at];
    if (next > index && !isOfTypes(element, step?.types)) continue;
    walker.trail?.push(at);
    const stays = walk(element, next, walker);
    if (stays !== element) list[at] = stays;
    walker.trail?.pop();
  }
}

function isOfTypes(value: unknown, types: ReadonlySet<string> | undefined): boolean {
  if (types === undefined || !isAnswerObject(value)) return true;
  const typename = value['__typename'];
  return typeof typename !== 'string' || types.has(typename);
}
