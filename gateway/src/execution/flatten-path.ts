import type { ResponsePath } from '@apollo/query-planner';
import { isAnswerObject, readOwn, type AnswerObject } from './answer-object.ts';

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
  readonly visit: (entity: AnswerObject) => void;
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

function walk(value: unknown, index: number, walker: Walk): void {
  if (typeof value !== 'object' || value === null) return;
  const step = walker.path[index];
  if (Array.isArray(value)) {
    // A list at the end of a path, or where no step says so, is gone through as well.
    const next = step?.key === undefined && step !== undefined ? index + 1 : index;
    const list = value as readonly unknown[];
    for (let at = 0; at < list.length; at += 1) {
      const element = list[at];
      if (next > index && !isOfTypes(element, step?.types)) continue;
      walker.trail?.push(at);
      walk(element, next, walker);
      walker.trail?.pop();
    }
    return;
  }
  if (step === undefined) {
    walker.visit(value as AnswerObject);
    return;
  }
  if (step.key === undefined) return;
  const child = step.key === '' ? value : readOwn(value as AnswerObject, step.key);
  if (!Array.isArray(child) && !isOfTypes(child, step.types)) return;
  if (step.key === '') {
    walk(child, index + 1, walker);
    return;
  }
  walker.ancestors?.push(value as AnswerObject);
  walker.trail?.push(step.key);
  walk(child, index + 1, walker);
  walker.trail?.pop();
  walker.ancestors?.pop();
}

function isOfTypes(value: unknown, types: ReadonlySet<string> | undefined): boolean {
  if (types === undefined || !isAnswerObject(value)) return true;
  const typename = value['__typename'];
  return typeof typename !== 'string' || types.has(typename);
}
