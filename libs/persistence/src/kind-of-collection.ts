/**
 * The kind of aggregate that a collection keeps: `sealUses` is of `seal-use`, `entries` of `entry`. By it whoever
 * has only the database can verify a journal, whose chain of hashes begins with the kind.
 */
export function kindOfCollection(collection: string): string {
  return collection
    .replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
    .replace(/ies$/, 'y')
    .replace(/s$/, '');
}
