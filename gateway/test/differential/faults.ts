import { isAnswerObject } from '../../src/execution/answer-object.ts';
import { hash, type Choose } from './choices.ts';

/** What goes wrong in the subgraphs, and how often: one in `rate` times, `seed` says when. */
export interface Fault {
  readonly kind: 'CORRUPT' | 'DOWN' | 'ERROR' | 'NULL' | 'WRONG';
  readonly rate: number;
  readonly seed: number;
}

const KINDS = ['NULL', 'ERROR', 'CORRUPT', 'WRONG', 'DOWN'] as const;

/** Mostly none, at times up to three. */
export function chooseFaults(choose: Choose): readonly Fault[] {
  const counts = [0, 0, 1, 2, 3];
  return Array.from({ length: counts[choose(counts.length)] ?? 0 }, () => ({
    kind: KINDS[choose(KINDS.length)] ?? 'NULL',
    rate: 2 + choose(12),
    seed: choose(1_000),
  }));
}

function strikes({ rate, seed }: Fault, ...at: readonly string[]): boolean {
  return hash(seed, ...at) % rate === 0;
}

/** A resolver that answers null or throws. */
export function faultAt(
  faults: readonly Fault[],
  at: readonly string[],
): 'ERROR' | 'NULL' | undefined {
  for (const fault of faults) {
    if ((fault.kind === 'ERROR' || fault.kind === 'NULL') && strikes(fault, ...at))
      return fault.kind;
  }
  return undefined;
}

/** A subgraph that is not there. */
export function isDown(faults: readonly Fault[], service: string): boolean {
  return faults.some((fault) => fault.kind === 'DOWN' && strikes({ ...fault, rate: 3 }, service));
}

/** Nulls where none may be, and values of another type, in an answer that claims to be well. */
export function corrupt(value: unknown, faults: readonly Fault[], service: string): void {
  const active = faults.filter(({ kind }) => kind === 'CORRUPT' || kind === 'WRONG');
  if (active.length === 0) return;
  if (Array.isArray(value)) {
    for (const element of value) corrupt(element, active, service);
    return;
  }
  if (!isAnswerObject(value)) return;
  for (const [key, inner] of Object.entries(value)) {
    corrupt(inner, active, service);
    const isLeaf = typeof inner !== 'object' || inner === null;
    // Types are told truly, under their alias too.
    for (const fault of key.startsWith('_') || key === 'kind' ? [] : active) {
      // By what is there, not by where: who asks for an entity once gets what who asks twice gets.
      if (!strikes(fault, service, key, JSON.stringify(inner))) continue;
      if (fault.kind === 'CORRUPT') value[key] = null;
      else if (isLeaf) value[key] = inner === true ? 'true' : true;
    }
  }
}
