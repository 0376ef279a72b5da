import type { AnswerObject } from './answer-object.ts';
import type { ContextReader } from './context-arguments.ts';
import { walkPath, type FlattenPath } from './flatten-path.ts';
import { noteUnknown, type PlanRun } from './plan-run.ts';
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
  /** By what an entity says its type is. */
  readonly printerFor: (typename: unknown) => RepresentationPrinter;
  readonly readContext: ContextReader | undefined;
  /** Whether entities of whom nothing but their key is known may become one. */
  readonly mayShare: boolean;
}

type CollectedRun = Pick<PlanRun, 'data' | 'isPlain' | 'shared' | 'unknown'>;

/** A batch while it is filled. */
interface OpenBatch extends EntityBatch {
  readonly byType: Map<unknown, EntitiesOfType>;
  readonly byText: Map<string, AnswerObject[]>;
}

interface EntitiesOfType {
  readonly printer: RepresentationPrinter;
  /** The targets of each, by what identifies it. */
  readonly byIdentity: Map<string, AnswerObject[]>;
}

/** One batch for each context; mostly there is none, and one batch. */
export function collectEntities(run: CollectedRun, options: CollectOptions): EntityBatch[] {
  const { path, printerFor, readContext, mayShare } = options;
  const batches = new Map<string, OpenBatch>();
  const ancestors: AnswerObject[] = [];
  const batchOf = (context: string): OpenBatch => {
    let batch = batches.get(context);
    if (batch === undefined) batches.set(context, (batch = openBatch(context)));
    return batch;
  };
  const only = readContext === undefined ? batchOf('') : undefined;
  const visit = (entity: AnswerObject): AnswerObject => {
    const batch = only ?? batchOf(readContext?.(ancestors) ?? '');
    const { printer, byIdentity } = ofType(batch, entity['__typename'], printerFor);
    const identity = printer.identify(entity);
    const text = identity === undefined ? printer.print(entity, run.isPlain) : undefined;
    const key = identity ?? text;
    if (key === undefined) {
      noteUnknown(run, entity, 'UNASKED');
      return entity;
    }
    const known = identity === undefined ? batch.byText : byIdentity;
    const targets = known.get(key);
    if (targets !== undefined) {
      const first = targets[0] ?? entity;
      if (mayShare && identity !== undefined && isKeyAlone(first) && isKeyAlone(entity)) {
        return share(run, first, entity);
      }
      if (first !== entity) targets.push(entity);
      return entity;
    }
    const representation = text ?? printer.print(entity, run.isPlain);
    if (representation === undefined) {
      noteUnknown(run, entity, 'UNASKED');
      return entity;
    }
    const own = [entity];
    known.set(key, own);
    batch.representations.push(representation);
    batch.targets.push(own);
    return entity;
  };
  walkPath(run.data, path, { visit, ...(readContext && { ancestors }) });
  return [...batches.values()].filter(({ targets }) => targets.length > 0);
}

const openBatch = (context: string): OpenBatch => ({
  ...{ context, representations: [], targets: [] },
  ...{ byType: new Map(), byText: new Map() },
});

function ofType(
  { byType }: OpenBatch,
  typename: unknown,
  printerFor: CollectOptions['printerFor'],
): EntitiesOfType {
  let found = byType.get(typename);
  if (found === undefined) {
    found = { printer: printerFor(typename), byIdentity: new Map() };
    byType.set(typename, found);
  }
  return found;
}

/** From now on the first stands in the other's place; it may do so already. */
function share(run: CollectedRun, first: AnswerObject, other: AnswerObject): AnswerObject {
  if (first !== other) (run.shared ??= new Map()).set(first, undefined);
  return first;
}

/** Of an entity whose key is one field: its type and that, and nothing else. */
const isKeyAlone = (entity: AnswerObject): boolean => Object.keys(entity).length === 2;
