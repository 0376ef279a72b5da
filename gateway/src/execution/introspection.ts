import {
  executeSync,
  Kind,
  OperationTypeNode,
  visit,
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLSchema,
  type VariableDefinitionNode,
} from 'graphql';
import { readOwn } from './answer-object.ts';
import type { CollectedField } from './collect-fields.ts';

export interface IntrospectionOptions {
  readonly schema: GraphQLSchema;
  readonly fragments: readonly FragmentDefinitionNode[];
  readonly variableDefinitions: readonly VariableDefinitionNode[];
  readonly variables: Readonly<Record<string, unknown>>;
}

/** `__schema` and `__type` are answered by the gateway from the schema that callers see. */
export function introspect(
  { key, nodes }: CollectedField,
  { schema, fragments, variableDefinitions, variables }: IntrospectionOptions,
): unknown {
  const used = new Set<string>();
  const document: DocumentNode = {
    kind: Kind.DOCUMENT,
    definitions: [
      {
        kind: Kind.OPERATION_DEFINITION,
        operation: OperationTypeNode.QUERY,
        selectionSet: { kind: Kind.SELECTION_SET, selections: nodes },
      },
      ...fragments,
    ],
  };
  visit(document, { Variable: ({ name }) => void used.add(name.value) });
  const [operation, ...others] = document.definitions;
  const definitions = variableDefinitions.filter(({ variable }) => used.has(variable.name.value));
  const { data, errors } = executeSync({
    schema,
    document: {
      ...document,
      definitions: [
        { ...operation, variableDefinitions: definitions } as (typeof document.definitions)[0],
        ...others,
      ],
    },
    variableValues: variables,
  });
  const [error] = errors ?? [];
  if (error !== undefined) throw error;
  return data ? (readOwn(data, key) ?? null) : null;
}
