import {
  isInputType,
  isNonNullType,
  typeFromAST,
  valueFromAST,
  type DocumentNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type VariableDefinitionNode,
} from 'graphql';
import {
  createInputCoercion,
  readMarked,
  type InputCoercionOptions,
  type InputPlace,
} from './input-coercion.ts';
import type { InputMark } from './input-marks.ts';
import { InputVisit, Stopped, type InputFault } from './input-visit.ts';
import { marksOfVariables } from './variable-marks.ts';

/** The variables of a request as resolvers get them, or all that is wrong with them, at most 50 faults. */
export type CoercedVariables =
  | { readonly ok: true; readonly values: Readonly<Record<string, unknown>> }
  | { readonly ok: false; readonly faults: readonly InputFault[] };

export type CoerceVariables = (given: Readonly<Record<string, unknown>>) => CoercedVariables;

/** How the variables of operations on one schema are read. */
export interface VariableCoercion {
  /** Compiles the reading of one operation's variables; the operation is a valid one. */
  compile(document: DocumentNode, operation: OperationDefinitionNode): CoerceVariables;
}

/**
 * The one way in which variables are read, by HTTP, WebSocket, event stream and in the subgraphs. It
 * agrees with graphql-js's `getVariableValues`, which has no bound: each of its errors prints the whole
 * value.
 */
export function createVariableCoercion(
  schema: GraphQLSchema,
  options: InputCoercionOptions,
): VariableCoercion {
  const coerceOf = createInputCoercion(options);
  return {
    compile: (document, { variableDefinitions = [] }) => {
      if (variableDefinitions.length === 0) return () => NONE;
      const marks = marksOfVariables(schema, document, options.marks);
      const variables = variableDefinitions.map((node) =>
        variableOf(schema, node, { coerceOf, mark: marks.get(node.variable.name.value) }),
      );
      return (given) => coerce(variables, given);
    },
  };
}

const NONE: CoercedVariables = { ok: true, values: {} };

interface Variable extends InputPlace {
  readonly name: string;
  readonly isRequired: boolean;
  /** Undefined when there is none. */
  readonly byDefault: unknown;
}

function variableOf(
  schema: GraphQLSchema,
  node: VariableDefinitionNode,
  {
    coerceOf,
    mark,
  }: {
    readonly coerceOf: ReturnType<typeof createInputCoercion>;
    readonly mark: InputMark | undefined;
  },
): Variable {
  const type = typeFromAST(schema, node.type);
  if (!isInputType(type)) throw new Error('Validation lets no variable of such a type through.');
  return {
    name: node.variable.name.value,
    type: String(type),
    coerce: coerceOf(type),
    mark,
    isRequired: isNonNullType(type),
    byDefault: node.defaultValue && valueFromAST(node.defaultValue, type),
  };
}

function coerce(
  variables: readonly Variable[],
  given: Readonly<Record<string, unknown>>,
): CoercedVariables {
  const values: Record<string, unknown> = {};
  const visit = new InputVisit();
  try {
    for (const variable of variables) {
      const { name } = variable;
      visit.path[0] = name;
      visit.path.length = 1;
      if (!Object.hasOwn(given, name) || given[name] === undefined) {
        if (variable.byDefault !== undefined) values[name] = variable.byDefault;
        else if (variable.isRequired) visit.add('MISSING', variable.type);
      } else values[name] = readMarked(given[name], variable, visit);
    }
  } catch (error) {
    if (!(error instanceof Stopped)) throw error;
  }
  const { faults } = visit;
  return faults.length === 0 ? { ok: true, values } : { ok: false, faults };
}
