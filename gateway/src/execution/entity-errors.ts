import type { GraphQLError, GraphQLFormattedError } from 'graphql';
import type { AnswerObject } from './answer-object.ts';
import type { EntityBatch } from './entity-representations.ts';
import { inResponseNames, locateError, type ResponsePath } from './error-location.ts';
import { walkPath, type FlattenPath } from './flatten-path.ts';
import type { PlanRun } from './plan-run.ts';

/** How many places of the answer are told for the errors of one subrequest. */
const MOST = 1_000;

export interface EntityErrorOptions {
  readonly run: PlanRun;
  readonly batch: EntityBatch;
  readonly path: FlattenPath;
  readonly serviceName: string;
  readonly responseNames: ReadonlyMap<string, string>;
}

/** An error of `_entities.3.name` is one of each place in the answer that asked for that entity. */
export function locateEntityErrors(
  errors: readonly GraphQLFormattedError[],
  options: EntityErrorOptions,
): GraphQLError[] {
  if (errors.length === 0) return [];
  const { batch, serviceName, responseNames } = options;
  const places = placesOf(options);
  const around = wayToFirstList(options.path);
  const located: GraphQLError[] = [];
  for (const error of errors) {
    const [, index, ...rest] = error.path ?? [];
    const targets = typeof index === 'number' ? (batch.targets[index] ?? []) : [];
    for (const place of targets.flatMap((target) => places.get(target) ?? [])) {
      if (located.length >= MOST) break;
      const path = inResponseNames([...place, ...rest], responseNames);
      located.push(locateError(error, serviceName, path));
    }
    if (targets.length === 0 && located.length < MOST) {
      located.push(locateError(error, serviceName, inResponseNames(around, responseNames)));
    }
  }
  return located;
}

/** Where the entities are, a shared one at several places: sought only now, for mostly there is no error. */
function placesOf({ run, path }: EntityErrorOptions): ReadonlyMap<AnswerObject, ResponsePath[]> {
  const places = new Map<AnswerObject, ResponsePath[]>();
  const trail: (string | number)[] = [];
  const visit = (entity: AnswerObject) => {
    const known = places.get(entity);
    if (known === undefined) places.set(entity, [[...trail]]);
    else known.push([...trail]);
    return entity;
  };
  walkPath(run.data, path, { trail, visit });
  return places;
}

/** Of an error that tells no entity no more is known. */
function wayToFirstList(path: FlattenPath): ResponsePath {
  const keys = path.map(({ key }) => key);
  const list = keys.indexOf(undefined);
  return keys.slice(0, list < 0 ? undefined : list).filter((key) => key !== undefined);
}
