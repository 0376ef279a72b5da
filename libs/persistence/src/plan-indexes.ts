import type { Database } from './database.ts';
import { indexName, isNamedHere } from './index-name.ts';
import type { IndexDeclaration } from './query-shape.ts';

export interface CollectionIndexes {
  readonly collection: string;
  readonly indexes: readonly IndexDeclaration[];
}

/** One change that brings a collection's indexes to what is declared. */
export type IndexStep =
  | { readonly do: 'build'; readonly collection: string; readonly index: IndexDeclaration }
  /** The same fields with other options (unique, sparse, a lifetime): the new one first, then the old ones go. */
  | {
      readonly do: 'replace';
      readonly collection: string;
      readonly index: IndexDeclaration;
      readonly old: readonly ExistingIndex[];
    }
  /** Made by an earlier version of the program and declared no more. */
  | { readonly do: 'drop'; readonly collection: string; readonly old: ExistingIndex }
  /** Not declared, and perhaps an operator's own: it stays. */
  | { readonly do: 'leave'; readonly collection: string; readonly old: ExistingIndex };

/** An index as the server tells of it. */
export interface ExistingIndex {
  readonly name: string;
  readonly key: Readonly<Record<string, unknown>>;
  readonly unique?: boolean;
  readonly sparse?: boolean;
  readonly expireAfterSeconds?: number;
  readonly partialFilterExpression?: unknown;
  readonly collation?: unknown;
}

/** What would have to change, without changing it: the dry run of `createIndexes`. */
export async function planIndexes(
  database: Pick<Database, 'collection'>,
  declarations: readonly CollectionIndexes[],
): Promise<readonly IndexStep[]> {
  const steps = await Promise.all(
    declarations
      .filter(({ indexes }) => indexes.length > 0)
      .map(async (declared) =>
        stepsOf(declared, await existingIndexes(database, declared.collection)),
      ),
  );
  return steps.flat();
}

/** Pure: the steps from the indexes that are there to those that are declared. */
export function stepsOf(
  { collection, indexes }: CollectionIndexes,
  existing: readonly ExistingIndex[],
): readonly IndexStep[] {
  const taken = new Set<ExistingIndex>(existing.filter(({ name }) => name === '_id_'));
  const wanted: IndexStep[] = indexes.flatMap((index): readonly IndexStep[] => {
    const alike = existing.filter((one) => hasSameFields(one, index));
    for (const one of alike) taken.add(one);
    // Under whatever name: building it again for the name's sake would read the whole collection.
    if (alike.some((one) => hasSameOptions(one, index))) return [];
    const old = alike.filter((one) => !isDeclaredBy(one, indexes));
    return old.length === 0
      ? [{ do: 'build', collection, index }]
      : [{ do: 'replace', collection, index, old }];
  });
  const others = existing.filter((one) => !taken.has(one));
  return [
    ...wanted,
    ...others.map((old): IndexStep => ({
      do: isNamedHere(old.name) ? 'drop' : 'leave',
      collection,
      old,
    })),
  ];
}

/** One line for an operator. */
export function tellIndexStep(step: IndexStep): string {
  switch (step.do) {
    case 'build':
      return `${step.collection}: build ${indexName(step.index)}`;
    case 'replace': {
      const old = step.old.map(({ name }) => name).join(', ');
      return `${step.collection}: build ${indexName(step.index)}, then drop ${old}`;
    }
    case 'drop':
      return `${step.collection}: drop ${step.old.name}, which is not declared any more`;
    case 'leave':
      return `${step.collection}: leave ${step.old.name}, which is not declared`;
  }
}

const NO_SUCH_COLLECTION = 26;

async function existingIndexes(
  database: Pick<Database, 'collection'>,
  collection: string,
): Promise<readonly ExistingIndex[]> {
  try {
    return (await database.collection(collection).indexes()) as unknown as ExistingIndex[];
  } catch (error) {
    if ((error as { code?: unknown }).code === NO_SUCH_COLLECTION) return [];
    throw error;
  }
}

function hasSameFields({ key }: ExistingIndex, { fields }: IndexDeclaration): boolean {
  const there = Object.entries(key);
  const wanted = Object.entries(fields);
  return (
    there.length === wanted.length &&
    wanted.every(
      ([field, direction], position) =>
        there[position]?.[0] === field && Number(there[position][1]) === direction,
    )
  );
}

function hasSameOptions(there: ExistingIndex, wanted: IndexDeclaration): boolean {
  return (
    (there.unique ?? false) === (wanted.unique ?? false) &&
    (there.sparse ?? false) === (wanted.sparse ?? false) &&
    sameLifetime(there.expireAfterSeconds, wanted.expireAfterSeconds) &&
    there.partialFilterExpression === undefined &&
    there.collation === undefined
  );
}

/** A server may tell it as a 64-bit number of its own type. */
const sameLifetime = (there: unknown, wanted: number | undefined) =>
  there === undefined || there === null
    ? wanted === undefined
    : wanted !== undefined && Number(there) === wanted;

const isDeclaredBy = (there: ExistingIndex, indexes: readonly IndexDeclaration[]) =>
  indexes.some((one) => hasSameFields(there, one) && hasSameOptions(there, one));
