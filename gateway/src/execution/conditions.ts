import { wordedError } from '@onewindow/subgraph';
import { Kind, type DirectiveNode, type DocumentNode } from 'graphql';
import { eachSelection } from './each-selection.ts';

/** The values of the variables that `@skip` and `@include` depend on, in one request. */
export type Conditions = ReadonlyMap<string, boolean>;

/** The names of the variables that decide which fields an operation has. */
export function conditionVariables(document: DocumentNode): readonly string[] {
  const names = new Set<string>();
  eachSelection(document, ({ directives = [] }) => {
    for (const directive of directives) {
      const condition = conditionOf(directive);
      if (condition?.kind === Kind.VARIABLE) names.add(condition.name.value);
    }
  });
  return [...names].sort();
}

/** Throws when one of them is neither true nor false. `variables` are coerced, defaults and all. */
export function readConditions(
  names: readonly string[],
  variables: Readonly<Record<string, unknown>>,
): Conditions {
  return new Map(
    names.map((name) => {
      const value = Object.hasOwn(variables, name) ? variables[name] : undefined;
      if (typeof value === 'boolean') return [name, value];
      throw wordedError('BAD_USER_INPUT', {
        en: `The variable $${name} must be true or false.`,
        zh: `变量 $${name} 须为 true 或 false。`,
      });
    }),
  );
}

/** Whether a field or fragment with these directives is part of the operation. */
export function isIncluded(
  directives: readonly DirectiveNode[] | undefined,
  conditions: Conditions,
): boolean {
  return (directives ?? []).every((directive) => {
    const condition = conditionOf(directive);
    if (condition === undefined) return true;
    const value =
      condition.kind === Kind.VARIABLE
        ? conditions.get(condition.name.value)
        : condition.kind === Kind.BOOLEAN && condition.value;
    return value === (directive.name.value === 'include');
  });
}

/** Whether a literal keeps what has these directives out of the operation, whatever its variables are. */
export function isNever(directives: readonly DirectiveNode[] | undefined): boolean {
  return (directives ?? []).some((directive) => {
    const condition = conditionOf(directive);
    return (
      condition?.kind === Kind.BOOLEAN && condition.value === (directive.name.value === 'skip')
    );
  });
}

/** What a `@skip` or `@include` hangs on; undefined for any other directive. */
export function conditionOf({ name, arguments: given }: DirectiveNode) {
  if (name.value !== 'skip' && name.value !== 'include') return undefined;
  return given?.find((argument) => argument.name.value === 'if')?.value;
}
