import type { FetchDataRewrite } from '@apollo/query-planner';
import { isAnswerObject, readOwn, writeOwn, type AnswerObject } from './answer-object.ts';
import type { TypeConditionApplies } from './type-conditions.ts';

const FRAGMENT = '... on ';

/** Changes a representation or an answer in place, as the plan says. */
export type Rewrite = (value: unknown) => void;

/** `ValueSetter` and `KeyRenamer` nodes, compiled; undefined when there are none. */
export function compileRewrites(
  rewrites: readonly FetchDataRewrite[] | undefined,
  applies: TypeConditionApplies,
): Rewrite | undefined {
  if (rewrites === undefined || rewrites.length === 0) return undefined;
  const compiled = rewrites.map((rewrite) => compileRewrite(rewrite, applies));
  return (value) => {
    for (const rewrite of compiled) rewrite(value);
  };
}

function compileRewrite(rewrite: FetchDataRewrite, applies: TypeConditionApplies): Rewrite {
  const last = rewrite.path.at(-1);
  if (last === undefined || last.startsWith(FRAGMENT)) {
    throw new Error(`A rewrite can’t end with ${String(last)}.`);
  }
  const change = compileChange(rewrite, last);
  const apply = (value: unknown, index: number): void => {
    if (Array.isArray(value)) {
      for (const element of value) apply(element, index);
      return;
    }
    if (!isAnswerObject(value)) return;
    const element = rewrite.path[index];
    if (index === rewrite.path.length - 1 || element === undefined) change(value);
    else if (!element.startsWith(FRAGMENT)) apply(readOwn(value, element), index + 1);
    else if (isOf(value, element.slice(FRAGMENT.length), applies)) apply(value, index + 1);
  };
  return (value) => {
    apply(value, 0);
  };
}

function compileChange(rewrite: FetchDataRewrite, key: string): (object: AnswerObject) => void {
  if (rewrite.kind === 'ValueSetter') {
    return (object) => {
      writeOwn(object, key, rewrite.setValueTo);
    };
  }
  return (object) => {
    const value = readOwn(object, key);
    // Each of two aliases in turn may be renamed to one key: the one that is absent must not win.
    if (value === undefined) return;
    writeOwn(object, rewrite.renameKeyTo, value);
    writeOwn(object, key, undefined);
  };
}

/** Where an answer does not tell its type, it is of the one that was asked for. */
function isOf(object: AnswerObject, condition: string, applies: TypeConditionApplies): boolean {
  const typename = object['__typename'];
  return typeof typename !== 'string' || applies(condition, typename);
}
