import {
  isInterfaceType,
  isObjectType,
  Kind,
  type FieldNode,
  type FragmentDefinitionNode,
  type FragmentSpreadNode,
  type GraphQLCompositeType,
  type GraphQLOutputType,
  type GraphQLSchema,
  type InlineFragmentNode,
  type SelectionSetNode,
  TypeNameMetaFieldDef,
} from 'graphql';
import { isIncluded, type Conditions } from './conditions.ts';
import type { TypeConditionApplies } from './type-conditions.ts';

/** What a selection set means: the same for a whole request. */
export interface SelectionScope {
  /** The schema that callers see. */
  readonly schema: GraphQLSchema;
  readonly applies: TypeConditionApplies;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  readonly conditions: Conditions;
}

/** A selection set, and the type that it is written for. */
export interface TypedSelection {
  readonly type: GraphQLCompositeType;
  readonly selectionSet: SelectionSetNode;
}

/** All fields of one response key, merged. */
export interface CollectedField {
  readonly key: string;
  readonly name: string;
  /** Undefined for introspection, which has its own schema. */
  readonly type: GraphQLOutputType | undefined;
  readonly nodes: FieldNode[];
  readonly parent: GraphQLCompositeType;
}

/** `CollectFields` of the GraphQL specification, for objects of one runtime type. */
export function collectFields(
  scope: SelectionScope,
  runtimeType: GraphQLCompositeType,
  selections: readonly TypedSelection[],
): readonly CollectedField[] {
  const fields = new Map<string, CollectedField>();
  const spread = new Set<string>();
  const collect = ({ type, selectionSet }: TypedSelection): void => {
    for (const node of selectionSet.selections) {
      if (!isIncluded(node.directives, scope.conditions)) continue;
      if (node.kind === Kind.FIELD) {
        const key = node.alias?.value ?? node.name.value;
        const name = node.name.value;
        const found = fields.get(key);
        if (found !== undefined) found.nodes.push(node);
        else {
          const fieldType = typeOfField(name, runtimeType) ?? typeOfField(name, type);
          fields.set(key, { key, name, type: fieldType, nodes: [node], parent: runtimeType });
        }
        continue;
      }
      const fragment = fragmentOf(node, scope, spread);
      if (fragment === undefined) continue;
      const condition = fragment.typeCondition?.name.value;
      if (condition !== undefined && !scope.applies(condition, runtimeType.name)) continue;
      const inner = condition === undefined ? type : scope.schema.getType(condition);
      collect({ type: inner as GraphQLCompositeType, selectionSet: fragment.selectionSet });
    }
  };
  selections.forEach(collect);
  return [...fields.values()];
}

function typeOfField(name: string, type: GraphQLCompositeType): GraphQLOutputType | undefined {
  if (name === TypeNameMetaFieldDef.name) return TypeNameMetaFieldDef.type;
  if (!isObjectType(type) && !isInterfaceType(type)) return undefined;
  return type.getFields()[name]?.type;
}

/** Undefined for one that was spread before: its fields are collected. */
function fragmentOf(
  node: FragmentSpreadNode | InlineFragmentNode,
  scope: SelectionScope,
  spread: Set<string>,
): FragmentDefinitionNode | InlineFragmentNode | undefined {
  if (node.kind === Kind.INLINE_FRAGMENT) return node;
  const name = node.name.value;
  if (spread.has(name)) return undefined;
  spread.add(name);
  return scope.fragments.get(name);
}

/** Whether these selections ask for different things of objects of different types. */
export function dependsOnType(
  selections: readonly TypedSelection[],
  scope: SelectionScope,
  spread = new Set<string>(),
): boolean {
  return selections.some(({ type, selectionSet }) =>
    selectionSet.selections.some((node) => {
      if (!isIncluded(node.directives, scope.conditions)) return false;
      if (node.kind === Kind.FIELD) return node.name.value === TypeNameMetaFieldDef.name;
      const fragment = fragmentOf(node, scope, spread);
      if (fragment === undefined) return false;
      const condition = fragment.typeCondition?.name.value ?? type.name;
      return (
        !scope.applies(condition, type.name) ||
        dependsOnType([{ type, selectionSet: fragment.selectionSet }], scope, spread)
      );
    }),
  );
}
