import { createHash } from 'node:crypto';
import { canonicalJson } from '../canonical-json.ts';

/** One entry of one journal, as a seal names it. */
export interface SealedEntry {
  readonly service: string;
  readonly kind: string;
  readonly id: string;
  readonly seq: number;
  /** The entry's hash, which nobody can guess who does not have the entry. */
  readonly hash: string;
}

/** What a seal tells of an entry: whoever has the entry can make it, and nobody can read anything out of it. */
export const leafOf = ({ service, kind, id, seq, hash }: SealedEntry): string =>
  createHash('sha256').update(canonicalJson({ service, kind, id, seq, hash })).digest('base64url');

const LEAF = Uint8Array.of(0);
const NODE = Uint8Array.of(1);

/** The root of a Merkle tree over these leaves, as RFC 6962 (2.1) makes it. */
export function merkleRoot(leaves: readonly Uint8Array[]): Buffer {
  const [only] = leaves;
  if (only === undefined) return createHash('sha256').digest();
  if (leaves.length === 1) return createHash('sha256').update(LEAF).update(only).digest();
  // The largest power of two that is smaller.
  const half = 2 ** Math.floor(Math.log2(leaves.length - 1));
  return createHash('sha256')
    .update(NODE)
    .update(merkleRoot(leaves.slice(0, half)))
    .update(merkleRoot(leaves.slice(half)))
    .digest();
}

/** The root over leaves as a seal writes them. */
export const rootOf = (leaves: readonly string[]): string =>
  merkleRoot(leaves.map((leaf) => Buffer.from(leaf, 'base64url'))).toString('hex');

/** The hash of a whole seal: the next one stands on it, so that none can be changed or left out. */
export const sealHead = (seal: {
  readonly service: string;
  readonly number: number;
  readonly previous: string;
  readonly root: string;
  readonly size: number;
}): string => {
  const { service, number, previous, root, size } = seal;
  return createHash('sha256')
    .update(canonicalJson({ service, number, previous, root, size }))
    .digest('hex');
};

/** What the first seal of a service stands on. */
export const sealRoot = (service: string): string => `journal-seal:${service}`;
