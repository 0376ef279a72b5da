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
  readonly print: RepresentationPrinter;
  readonly readContext: ContextReader | undefined;
}

/** One batch for each context; mostly there is none, and one batch. */
export function collectEntities(data: AnswerObject, options: CollectOptions): EntityBatch[] {
  const batches = new Map<string, EntityBatch & { readonly indices: Map<string, number> }>();
  const ancestors: AnswerObject[] = [];
  const visit = (entity: AnswerObject): void => {
    const text = options.print(entity);
    if (text === undefined) return;
    const context = options.readContext?.(ancestors) ?? '';
    let batch = batches.get(context);
    if (batch === undefined) {
      batch = { context, representations: [], targets: [], indices: new Map() };
      batches.set(context, batch);
    }
    const index = batch.indices.get(text);
    if (index !== undefined) batch.targets[index]?.push(entity);
    else {
      batch.indices.set(text, batch.representations.length);
      batch.representations.push(text);
      batch.targets.push([entity]);
    }
  };
  walkPath(data, options.path, { visit, ...(options.readContext && { ancestors }) });
  return [...batches.values()];
}
