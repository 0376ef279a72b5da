import { wordedError, type Words } from '@onewindow/subgraph';
import type {
  FetchDataKeyRenamer,
  FetchNode,
  PlanNode,
  QueryPlan,
  ResponsePath,
} from '@apollo/query-planner';
import type { GraphQLError } from 'graphql';
import { compileEntityFetch } from './entity-fetch.ts';
import type { NodeOptions, PlanOptions } from './fetch-options.ts';
import { dependsOnPlace } from './place-dependence.ts';
import { allOf, type RunNode } from './plan-run.ts';
import { compileRootFetch } from './root-fetch.ts';
import { splitConflictingFetch } from './split-conflicting-fetch.ts';

/** A query plan as one function; undefined when no subgraph need be asked. */
export function compilePlan({ node }: QueryPlan, options: PlanOptions): RunNode | undefined {
  if (node?.kind === 'Subscription') {
    throw refusal({
      en: 'Subscribe over a WebSocket here, or as an event stream at /graphql/stream.',
      zh: '请通过 WebSocket 或 /graphql/stream 订阅。',
    });
  }
  return node && compileNode(node, [], { ...options, mayShare: !dependsOnPlace(node) });
}

function compileNode(node: PlanNode, path: ResponsePath, options: NodeOptions): RunNode {
  switch (node.kind) {
    case 'Sequence': {
      const nodes = node.nodes.map((inner) => compileNode(inner, path, options));
      return async (run) => {
        for (const next of nodes) await next(run);
      };
    }
    case 'Parallel':
      return inParallel(node.nodes.map((inner) => compileNode(inner, path, options)));
    case 'Flatten':
      return compileNode(node.node, [...path, ...node.path], options);
    case 'Condition': {
      const ifClause = node.ifClause && compileNode(node.ifClause, path, options);
      const elseClause = node.elseClause && compileNode(node.elseClause, path, options);
      return async (run) => {
        await (run.conditions.get(node.condition) === true ? ifClause : elseClause)?.(run);
      };
    }
    case 'Fetch':
      return inParallel(
        splitConflictingFetch(node, options).map((fetch) => compileFetch(fetch, path, options)),
      );
    case 'Defer':
      throw unsupported('Deferred answers');
    default:
      throw unsupported(`Plan nodes of the kind ${String((node as { kind: unknown }).kind)}`);
  }
}

function inParallel(nodes: readonly RunNode[]): RunNode {
  const [first] = nodes;
  if (first !== undefined && nodes.length === 1) return first;
  return (run) => allOf(nodes.map((next) => next(run)));
}

function compileFetch(node: FetchNode, path: ResponsePath, options: NodeOptions): RunNode {
  const { requires } = node;
  const responseNames = namesAfterRewrites(node.outputRewrites ?? [], options.responseNames);
  const fetchOptions = { ...options, path, responseNames };
  return requires === undefined
    ? compileRootFetch(node, fetchOptions)
    : compileEntityFetch({ ...node, requires }, fetchOptions);
}

/** A key that an answer is renamed to is the one that errors are told under. */
function namesAfterRewrites(
  rewrites: readonly { readonly kind: string; readonly path: string[] }[],
  names: ReadonlyMap<string, string>,
): ReadonlyMap<string, string> {
  if (rewrites.length === 0) return names;
  const renamed = rewrites.flatMap((rewrite): [string, string][] => {
    if (rewrite.kind !== 'KeyRenamer') return [];
    const to = (rewrite as FetchDataKeyRenamer).renameKeyTo;
    return [[rewrite.path.at(-1) ?? '', names.get(to) ?? to]];
  });
  return new Map([...names, ...renamed]);
}

const unsupported = (what: string) =>
  refusal({ en: `${what} can’t be answered here.`, zh: `此处不支持 ${what}。` });

function refusal(words: Words): GraphQLError {
  return wordedError('OPERATION_RESOLUTION_FAILURE', words);
}
