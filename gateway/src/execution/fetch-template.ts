import type { FetchNode } from '@apollo/query-planner';
import { Kind, OperationTypeNode, parse, print, stripIgnoredCharacters, visit } from 'graphql';
import type { SubgraphAnswer } from '../subrequests/read-answer.ts';
import { refuseMore, type PlanRun } from './plan-run.ts';

/** A Fetch node's request, written out but for its variables. */
export interface FetchTemplate {
  /** With the operation's variables that the subgraph needs, and with `more`, each the inside of a JSON object. */
  send(run: PlanRun, more?: readonly string[]): Promise<SubgraphAnswer>;
}

export function compileFetchTemplate(
  node: FetchNode,
  realNames: ReadonlyMap<string, string>,
): FetchTemplate {
  const { serviceName: service, operationName, variableUsages = [] } = node;
  const query = JSON.stringify(withRealNames(node.operation, realNames));
  const name =
    operationName === undefined ? '' : `,"operationName":${JSON.stringify(operationName)}`;
  const head = `{"query":${query}${name},"variables":{`;
  const isQuery = node.operationKind === OperationTypeNode.QUERY;
  const variablesOf = ({ variables }: PlanRun): readonly string[] =>
    variableUsages
      .filter((usage) => Object.hasOwn(variables, usage) && variables[usage] !== undefined)
      .map((usage) => `${JSON.stringify(usage)}:${JSON.stringify(variables[usage])}`);
  return {
    send: (run, more = []) => {
      refuseMore(run);
      const variables = [...variablesOf(run), ...more].filter((text) => text !== '').join(',');
      return run.send({ service, body: `${head}${variables}}}`, isQuery }, run.context);
    },
  };
}

/** Argument variants by the names that the subgraph knows, the variants' names their aliases. */
function withRealNames(operation: string, realNames: ReadonlyMap<string, string>): string {
  if (![...realNames.keys()].some((name) => operation.includes(name))) return operation;
  const changed = visit(parse(operation, { noLocation: true }), {
    Field: (field) => {
      const real = realNames.get(field.name.value);
      if (real === undefined) return undefined;
      return { ...field, alias: field.alias ?? field.name, name: { kind: Kind.NAME, value: real } };
    },
  });
  return stripIgnoredCharacters(print(changed));
}
