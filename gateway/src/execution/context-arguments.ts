import type { FetchDataKeyRenamer } from '@apollo/query-planner';
import { isAnswerObject, readOwn, type AnswerObject } from './answer-object.ts';
import type { TypeConditionApplies } from './type-conditions.ts';

/** What `@fromContext` arguments of an entity are, from the objects around it: the inside of a JSON object. */
export type ContextReader = (ancestors: readonly AnswerObject[]) => string;

const FRAGMENT = '... on ';

/** A Fetch node's `contextRewrites`: `..` leads to the object around, the rest into that. */
export function compileContext(
  rewrites: readonly FetchDataKeyRenamer[] | undefined,
  applies: TypeConditionApplies,
): ContextReader | undefined {
  if (rewrites === undefined || rewrites.length === 0) return undefined;
  const readers = rewrites.map(({ path, renameKeyTo }) => ({
    name: renameKeyTo,
    levels: path.filter((element) => element === '..').length,
    path: path.filter((element) => element !== '..'),
  }));
  return (ancestors) => {
    const values = new Map<string, unknown>();
    for (const { name, levels, path } of readers) {
      const value = readAt(ancestors[ancestors.length - levels], path, applies);
      if (value !== undefined) values.set(name, value);
    }
    return [...values]
      .map(([name, value]) => `${JSON.stringify(name)}:${JSON.stringify(value)}`)
      .join(',');
  };
}

function readAt(value: unknown, path: readonly string[], applies: TypeConditionApplies): unknown {
  const [element, ...rest] = path;
  if (element === undefined) return value;
  if (Array.isArray(value)) return value.map((inner) => readAt(inner, path, applies));
  if (!isAnswerObject(value)) return value;
  if (!element.startsWith(FRAGMENT)) return readAt(readOwn(value, element), rest, applies);
  const typename = value['__typename'];
  const isOf = typeof typename !== 'string' || applies(element.slice(FRAGMENT.length), typename);
  return isOf ? readAt(value, rest, applies) : undefined;
}
