import type { FetchNode } from '@apollo/query-planner';
import {
  Kind,
  OperationTypeNode,
  parse,
  print,
  stripIgnoredCharacters,
  visit,
  type ASTNode,
  type DocumentNode,
  type FieldNode,
  type GraphQLFormattedError,
  type OperationDefinitionNode,
  type VariableDefinitionNode,
} from 'graphql';
import { subrequestError } from '../subrequests/subrequest-error.ts';
import { isAnswerObject, type AnswerObject } from './answer-object.ts';
import { compileFetchTemplate } from './fetch-template.ts';
import { noteAnswer, type PlanRun } from './plan-run.ts';

/** What a subgraph says of one entity; undefined when it tells this viewer of none. */
export interface EntityAnswer {
  readonly entity: AnswerObject | undefined;
  readonly errors: readonly GraphQLFormattedError[];
}

/** Asks for the entity of a representation, which is written out. Throws a `subrequestError` and nothing else. */
export type AskEntity = (run: PlanRun, representation: string) => Promise<EntityAnswer>;

/** The one field that a Fetch node of a subscription asks for. */
export function fieldOfFetch({ operation }: Pick<FetchNode, 'operation'>): FieldNode {
  const [field, ...others] = operationOf(parseOperation(operation)).selectionSet.selections;
  if (field?.kind === Kind.FIELD && others.length === 0) return field;
  throw new Error('A subscription asks for one field.');
}

/** What a Fetch node asks of the one field's `type`, as a query of the entity itself. */
export function compileEntityQuery(
  node: FetchNode,
  { type, realNames }: { readonly type: string; readonly realNames: ReadonlyMap<string, string> },
): AskEntity {
  const { definitions } = parseOperation(node.operation);
  const operation = operationOf({ kind: Kind.DOCUMENT, definitions });
  const { selectionSet } = fieldOfFetch(node);
  if (selectionSet === undefined) throw new Error(`${type} is asked for nothing.`);
  const fragments = definitions.filter((it) => it.kind === Kind.FRAGMENT_DEFINITION);
  const used = variablesIn([selectionSet, ...fragments]);
  const variables = (operation.variableDefinitions ?? []).filter(({ variable }) =>
    used.has(variable.name.value),
  );
  const query: OperationDefinitionNode = {
    ...operation,
    operation: OperationTypeNode.QUERY,
    variableDefinitions: [REPRESENTATIONS, ...variables],
    selectionSet: {
      kind: Kind.SELECTION_SET,
      selections: [
        {
          ...ENTITIES,
          selectionSet: {
            kind: Kind.SELECTION_SET,
            selections: [
              {
                kind: Kind.INLINE_FRAGMENT,
                typeCondition: { kind: Kind.NAMED_TYPE, name: { kind: Kind.NAME, value: type } },
                selectionSet,
              },
            ],
          },
        },
      ],
    },
  };
  const text = print({ kind: Kind.DOCUMENT, definitions: [query, ...fragments] });
  const template = compileFetchTemplate(
    {
      ...node,
      operation: stripIgnoredCharacters(text),
      operationKind: OperationTypeNode.QUERY,
      variableUsages: variables.map(({ variable }) => variable.name.value),
    },
    realNames,
  );
  return async (run, representation) => {
    const representations = `"representations":[${representation}]`;
    const answer = noteAnswer(run, await template.send(run, [representations]));
    const entities: unknown = answer.data?.['_entities'];
    const entity: unknown = Array.isArray(entities) ? entities[0] : undefined;
    const { errors = [] } = answer;
    if (isAnswerObject(entity)) return { entity, errors };
    if (entity === null || errors.length > 0) return { entity: undefined, errors };
    throw subrequestError('SUBREQUEST_INVALID', node.serviceName);
  };
}

const parseOperation = (operation: string) => parse(operation, { noLocation: true });
const [REPRESENTATIONS, ENTITIES] = partsOfEntities();

function partsOfEntities(): [VariableDefinitionNode, FieldNode] {
  const { variableDefinitions = [], selectionSet } = operationOf(
    parseOperation(
      'query ($representations: [_Any!]!) { _entities(representations: $representations) { __typename } }',
    ),
  );
  return [variableDefinitions[0], selectionSet.selections[0]] as [
    VariableDefinitionNode,
    FieldNode,
  ];
}

function operationOf({ definitions }: DocumentNode): OperationDefinitionNode {
  const found = definitions.find((it) => it.kind === Kind.OPERATION_DEFINITION);
  if (found === undefined) throw new Error('There is no operation.');
  return found;
}

function variablesIn(nodes: readonly ASTNode[]): ReadonlySet<string> {
  const names = new Set<string>();
  for (const node of nodes) {
    visit(node, { Variable: ({ name }) => void names.add(name.value) });
  }
  return names;
}
