import { rootOf, sealHead } from './seal-hashes.ts';

/** A seal as it was told. */
export interface ToldSeal {
  readonly number: number;
  readonly previous: string;
  readonly root: string;
  readonly size: number;
  readonly head: string;
}

/** Whether a seal's root is that of its leaves and its head that of the whole. What it stands on is not asked. */
export function isSoundSeal(
  service: string,
  { number, previous, root, size, head }: ToldSeal,
  leaves: readonly string[],
): boolean {
  return (
    size === leaves.length &&
    root === rootOf(leaves) &&
    head === sealHead({ service, number, previous, root, size })
  );
}
