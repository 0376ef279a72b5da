/** The kind of the seals themselves: they stand on each other and are not sealed. */
export const SEAL_KIND = 'journal-seal';
