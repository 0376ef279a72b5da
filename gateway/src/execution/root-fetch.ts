import type { FetchNode } from '@apollo/query-planner';
import type { AnswerObject } from './answer-object.ts';
import { inResponseNames, locateError, toGraphqlError } from './error-location.ts';
import type { FetchOptions } from './fetch-options.ts';
import { compileFetchTemplate } from './fetch-template.ts';
import { parseFlattenPath, walkPath } from './flatten-path.ts';
import { mergeAnswers } from './merge-answers.ts';
import { noteAnswer, type PlanRun, type RunNode } from './plan-run.ts';
import { compileRewrites } from './rewrites.ts';

/** A Fetch node of root fields: of the operation's root, or of a `Query` that lies in an answer. */
export function compileRootFetch(node: FetchNode, options: FetchOptions): RunNode {
  const template = compileFetchTemplate(node, options.realNames);
  const path = parseFlattenPath(options.path);
  const rewrite = compileRewrites(node.outputRewrites, options.applies);
  const fetch = async (run: PlanRun): Promise<void> => {
    const places: AnswerObject[] = [];
    const visit = (place: AnswerObject) => {
      places.push(place);
      return place;
    };
    walkPath(run.data, path, { visit });
    if (places.length === 0) return;
    const { data, errors = [] } = noteAnswer(run, await template.send(run));
    const before = options.path.map((key) =>
      typeof key === 'string' ? (key.split('|')[0] ?? key) : key,
    );
    for (const error of errors) {
      const located =
        error.path && inResponseNames([...before, ...error.path], options.responseNames);
      run.errors.push(locateError(error, node.serviceName, located));
    }
    if (data === undefined || data === null) return;
    rewrite?.(data);
    for (const place of places) mergeAnswers(place, data, places.length > 1);
  };
  return (run) =>
    fetch(run).catch((error: unknown) => {
      run.errors.push(toGraphqlError(error));
    });
}
