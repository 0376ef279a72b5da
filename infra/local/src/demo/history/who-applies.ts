import type { Counter } from '../counters.ts';
import { findPersona } from '../../identity-provider/personas.ts';
import { inventApplicant, NO_PHONE, type InventedApplicant } from './invented-applicants.ts';
import type { Random } from './random.ts';

export interface WhoApplies {
  readonly applicant: InventedApplicant;
  /** Who hands it in, undefined when it is the officer at the window. */
  readonly persona?: string;
}

/** Over the net only personas can apply, because only they can sign in; anybody may stand at a window. */
export function applicantOf(
  random: Random,
  {
    serial,
    via,
    counter,
  }: { readonly serial: number; readonly via: 'WINDOW' | 'WEB'; readonly counter: Counter },
): WhoApplies {
  const kind = random.chance(counter.companies) ? 'LEGAL' : 'NATURAL';
  if (via === 'WINDOW') return { applicant: inventApplicant(random, { serial, kind }) };
  const persona = kind === 'LEGAL' ? 'company' : random.pick(['citizen', 'neighbour']);
  const { name, identityNumber } = findPersona(persona) ?? {};
  if (name === undefined || identityNumber === undefined) {
    throw new Error(`The persona ${persona} can’t apply`);
  }
  return { persona, applicant: { kind, name, phone: NO_PHONE, identityNumber } };
}
