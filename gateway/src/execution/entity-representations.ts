import type { AnswerObject } from './answer-object.ts';
import type { ContextReader } from './context-arguments.ts';
import { walkPath, type FlattenPath } from './flatten-path.ts';
import type { RepresentationPrinter } from './representation.ts';

/** The entities that one subrequest asks for, each of them once. */
export interface EntityBatch {
  /** What the entities' arguments take from the objects around them, as the inside of a JSON object. */
  readonly context: string;
  /** Representations, written out, in the order in which they were met first. */
  readonly representations: string[];
  /** The objects of the answer that are to be completed, by representation. */
  readonly targets: AnswerObject[][];
}

export interface CollectOptions {
  readonly path: FlattenPath;
  readonly printer: RepresentationPrinter;
  readonly readContext: ContextReader | undefined;
}

/** A batch while it is filled. */
interface OpenBatch extends EntityBatch {
  /** Where each representation is, by type and what identifies it. */
  readonly byIdentity: Map<unknown, Map<string, number>>;
  readonly byText: Map<string, number>;
}

/** One batch for each context; mostly there is none, and one batch. */
export function collectEntities(data: AnswerObject, options: CollectOptions): EntityBatch[] {
  const { path, printer, readContext } = options;
  const batches = new Map<string, OpenBatch>();
  const ancestors: AnswerObject[] = [];
  const visit = (entity: AnswerObject): void => {
    const context = readContext?.(ancestors) ?? '';
    let batch = batches.get(context);
    if (batch === undefined) {
      const empty = { context, representations: [], targets: [] };
      batch = { ...empty, byIdentity: new Map(), byText: new Map() };
      batches.set(context, batch);
    }
    const identity = printer.identify(entity);
    const indices =
      identity === undefined ? batch.byText : indicesOf(batch.byIdentity, entity['__typename']);
    const text = identity === undefined ? printer.print(entity) : undefined;
    const key = identity ?? text;
    if (key === undefined) return;
    const index = indices.get(key);
    if (index !== undefined) {
      batch.targets[index]?.push(entity);
      return;
    }
    const representation = text ?? printer.print(entity);
    if (representation === undefined) return;
    indices.set(key, batch.representations.length);
    batch.representations.push(representation);
    batch.targets.push([entity]);
  };
  walkPath(data, path, { visit, ...(readContext && { ancestors }) });
  return [...batches.values()].filter(({ targets }) => targets.length > 0);
}

function indicesOf(
  byType: Map<unknown, Map<string, number>>,
  typename: unknown,
): Map<string, number> {
  let indices = byType.get(typename);
  if (indices === undefined) byType.set(typename, (indices = new Map<string, number>()));
  return indices;
}
