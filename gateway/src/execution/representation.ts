import type { QueryPlanSelectionNode } from '@apollo/query-planner';
import { isAnswerObject, readOwn, writeOwn, type AnswerObject } from './answer-object.ts';
import type { TypeConditionApplies } from './type-conditions.ts';

/** The representation of an entity for `_entities`, or undefined when something that it needs is not there. */
export type RepresentationReader = (entity: AnswerObject) => AnswerObject | undefined;

interface FieldReader {
  /** Where it lies in the answer, and what the subgraph knows it by: an argument’s variant differs. */
  readonly key: string;
  readonly name: string;
  readonly read: ((value: unknown) => unknown) | undefined;
}

export interface RequiresOptions {
  readonly applies: TypeConditionApplies;
  /** Fields’ real names by the names that the planner knows them by. */
  readonly realNames: ReadonlyMap<string, string>;
}

/** A Fetch node's `requires`, compiled once for each runtime type that is met. */
export function compileRequires(
  selections: readonly QueryPlanSelectionNode[],
  options: RequiresOptions,
): RepresentationReader {
  const read = compileSelections(selections, options);
  return (entity) => {
    const representation = read(entity);
    return isAnswerObject(representation) && typeof representation['__typename'] === 'string'
      ? representation
      : undefined;
  };
}

type ValueReader = (value: unknown) => unknown;

function compileSelections(
  selections: readonly QueryPlanSelectionNode[],
  options: RequiresOptions,
): ValueReader {
  const byType = new Map<string, readonly FieldReader[]>();
  const fieldsFor = (typename: unknown): readonly FieldReader[] => {
    const type = typeof typename === 'string' ? typename : '';
    let fields = byType.get(type);
    if (fields === undefined) {
      fields = compileFields(selections, type, options);
      byType.set(type, fields);
    }
    return fields;
  };
  const read: ValueReader = (value) => {
    if (Array.isArray(value)) return readList(value, read);
    if (!isAnswerObject(value)) return value;
    const representation: AnswerObject = {};
    for (const field of fieldsFor(value['__typename'])) {
      const present = readOwn(value, field.key);
      const required = field.read === undefined ? present : field.read(present);
      if (required === undefined) return undefined;
      writeOwn(representation, field.name, required);
    }
    return representation;
  };
  return read;
}

/** One element that lacks something is enough: a list with a hole in it is another list. */
function readList(list: readonly unknown[], read: ValueReader): unknown[] | undefined {
  const elements: unknown[] = [];
  for (const element of list) {
    const value = read(element);
    if (value === undefined) return undefined;
    elements.push(value);
  }
  return elements;
}

function compileFields(
  selections: readonly QueryPlanSelectionNode[],
  typename: string,
  options: RequiresOptions,
): readonly FieldReader[] {
  const fields = new Map<
    string,
    { name: string; selections: QueryPlanSelectionNode[] | undefined }
  >();
  const collect = (nodes: readonly QueryPlanSelectionNode[]): void => {
    for (const node of nodes) {
      if (node.kind === 'InlineFragment') {
        const { typeCondition } = node;
        if (typeCondition === undefined || options.applies(typeCondition, typename)) {
          collect(node.selections);
        }
        continue;
      }
      const key = node.alias ?? node.name;
      const found = fields.get(key);
      if (found?.selections !== undefined) found.selections.push(...(node.selections ?? []));
      else {
        const name = options.realNames.get(key) ?? key;
        fields.set(key, { name, selections: node.selections?.slice() });
      }
    }
  };
  collect(selections);
  return [...fields].map(([key, { name, selections: inner }]) => ({
    key,
    name,
    read: inner === undefined ? undefined : compileSelections(inner, options),
  }));
}
