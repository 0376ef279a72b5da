import type { IndexDeclaration } from './query-shape.ts';

/**
 * The name under which a declared index is made: its fields, then its options behind `~`. Other options are
 * another name, so that the new index can stand beside the old one until it is whole.
 */
export function indexName(index: IndexDeclaration): string {
  return `${fieldsName(index)}${optionsName(index)}`;
}

/** The name that earlier versions gave, without the options: it may still be there. */
export function fieldsName({ fields }: Pick<IndexDeclaration, 'fields'>): string {
  return Object.entries(fields)
    .map(([field, direction]) => `${field}_${direction.toString()}`)
    .join('_');
}

/** Whether a name can only have been given here: a plain one may be an operator's own. */
export const isNamedHere = (name: string): boolean => name.includes('~');

function optionsName({ unique, sparse, expireAfterSeconds }: IndexDeclaration): string {
  return [
    ...(unique === true ? ['unique'] : []),
    ...(sparse === true ? ['sparse'] : []),
    ...(expireAfterSeconds === undefined ? [] : [`ttl${expireAfterSeconds.toString()}`]),
  ]
    .map((option) => `~${option}`)
    .join('');
}
