import type { FetchNode, QueryPlanSelectionNode } from '@apollo/query-planner';
import type { GraphQLFormattedError } from 'graphql';
import type { SubgraphAnswer } from '../subrequests/read-answer.ts';
import { subrequestError } from '../subrequests/subrequest-error.ts';
import { isAnswerObject, type AnswerObject } from './answer-object.ts';
import { compileContext } from './context-arguments.ts';
import { collectEntities, type EntityBatch } from './entity-representations.ts';
import { locateEntityErrors } from './entity-errors.ts';
import { toGraphqlError } from './error-location.ts';
import type { FetchOptions } from './fetch-options.ts';
import { compileFetchTemplate } from './fetch-template.ts';
import { parseFlattenPath } from './flatten-path.ts';
import { mergeAnswers } from './merge-answers.ts';
import { allOf, noteAnswer, noteUnknown, type PlanRun, type RunNode } from './plan-run.ts';
import { compileRepresentation } from './representation.ts';
import { compileRewrites, type Rewrite } from './rewrites.ts';

/** A Fetch node of `_entities`: the entities at the end of a path, each distinct one asked for once. */
export function compileEntityFetch(
  node: FetchNode & { readonly requires: QueryPlanSelectionNode[] },
  options: FetchOptions,
): RunNode {
  const template = compileFetchTemplate(node, options.realNames);
  const { serviceName } = node;
  const { responseNames } = options;
  const path = parseFlattenPath(options.path);
  const rewrite = compileRewrites(node.outputRewrites, options.applies);
  const collection = {
    path,
    printerFor: compileRepresentation(
      node.requires,
      compileRewrites(node.inputRewrites, options.applies),
      options,
    ),
    readContext: compileContext(node.contextRewrites, options.applies),
    mayShare: options.mayShare,
  };
  const fetch = async (run: PlanRun, batch: EntityBatch): Promise<void> => {
    const representations = `"representations":[${batch.representations.join(',')}]`;
    const answer = noteAnswer(run, await template.send(run, [batch.context, representations]));
    const errors: readonly GraphQLFormattedError[] = answer.errors ?? [];
    run.errors.push(
      ...locateEntityErrors(errors, { run, batch, path, serviceName, responseNames }),
    );
    const received = entitiesOf(answer, batch.representations.length);
    if (received === undefined) {
      if (errors.length === 0) throw subrequestError('SUBREQUEST_INVALID', serviceName);
      return;
    }
    received.forEach((entity, index) => {
      const targets = batch.targets[index] ?? [];
      if (isAnswerObject(entity)) complete(targets, entity);
      else for (const target of targets) noteUnknown(run, target, 'ABSENT');
    });
  };
  const complete = (targets: readonly AnswerObject[], entity: AnswerObject): void => {
    rewriteAs(rewrite, entity, targets[0]?.['__typename']);
    for (const target of targets) {
      const { __typename: typename } = target;
      mergeAnswers(target, entity, targets.length > 1);
      // Where an interface is an object to a subgraph, others know better what it is.
      if (options.isObjectType(typename) && !options.isObjectType(target['__typename'])) {
        target['__typename'] = typename;
      }
    }
  };
  return (run) => {
    const batches = collectEntities(run, collection);
    return allOf(
      batches.map((batch) =>
        fetch(run, batch).catch((error: unknown) => {
          run.errors.push(toGraphqlError(error));
        }),
      ),
    );
  };
}

/** Undefined when the answer is not about the entities that were asked for. */
function entitiesOf({ data }: SubgraphAnswer, length: number): readonly unknown[] | undefined {
  if (data === undefined || data === null) return data === null ? [] : undefined;
  const entities: unknown = data['_entities'];
  return Array.isArray(entities) && entities.length === length ? entities : undefined;
}

/** Rewrites ask for the type, which the answer itself need not tell. */
function rewriteAs(rewrite: Rewrite | undefined, entity: AnswerObject, typename: unknown): void {
  if (rewrite === undefined) return;
  if (entity['__typename'] === undefined) entity['__typename'] = typename;
  rewrite(entity);
}
