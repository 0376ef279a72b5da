import type { Instant } from '@onewindow/kernel';
import {
  used,
  type ExclusionFact,
  type LetterFact,
  type Officer,
  type Power,
  type VersionUsed,
} from './facts.ts';

/** What an officer acts on: he must be on post in this centre, and authorised by this department for this item. */
export interface Matter {
  readonly centre: string;
  readonly department: string;
  readonly itemId: string;
  readonly at: Instant;
}

/** He may, at this window and by these versions of what is known of him; or why not. */
export type Authority<Refusal> =
  | { readonly ok: true; readonly window: string; readonly used: readonly VersionUsed[] }
  | { readonly ok: false; readonly refusal: Refusal };

interface NotOnPost {
  readonly code: 'NotOnPost';
}
interface KeptAway extends ExclusionFact {
  readonly code: 'ExcludedFromCase';
}
interface NotAuthorizedForItem {
  readonly code: 'NotAuthorizedForItem';
  readonly power: Power;
}

/**
 * Whom a supervisor has taken off the case does nothing with it until that ends (X24; 000:16, 000:28). A complaint
 * alone keeps nobody away.
 */
export function keptAway({ excluded }: Pick<Officer, 'excluded'>, at: Instant): KeptAway | null {
  return excluded !== null && at < excluded.until
    ? { code: 'ExcludedFromCase', decidedBy: excluded.decidedBy, until: excluded.until }
    : null;
}

/** On post at a window of the centre (002:108): a case is taken in nowhere else (002:15). */
export function atWindow({ staff }: Officer, centre: string): Authority<NotOnPost> {
  return staff?.onPost === true && staff.centre === centre && staff.window !== null
    ? { ok: true, window: staff.window, used: [used('STAFF', staff)] }
    : { ok: false, refusal: { code: 'NotOnPost' } };
}

/** On post, and not kept away from the case. */
export function onPost(
  officer: Officer,
  centre: string,
  at: Instant,
): Authority<NotOnPost | KeptAway> {
  const refusal = keptAway(officer, at);
  return refusal ? { ok: false, refusal } : atWindow(officer, centre);
}

/** On post, and a letter of authorisation in force gives him this power over the item (002:37, 002:104). */
export function authorized(
  officer: Officer,
  power: Power,
  matter: Matter,
): Authority<NotOnPost | KeptAway | NotAuthorizedForItem> {
  const post = onPost(officer, matter.centre, matter.at);
  if (!post.ok) return post;
  const letter = letterFor(officer, power, matter);
  return letter
    ? { ...post, used: [...post.used, used('LETTER', letter)] }
    : { ok: false, refusal: { code: 'NotAuthorizedForItem', power } };
}

/** The letter in force that gives an officer this power over the item. */
export function letterFor(officer: Officer, power: Power, matter: Matter): LetterFact | undefined {
  return officer.letters.find(
    (letter) =>
      letter.delegate === officer.id &&
      letter.department === matter.department &&
      letter.status === 'ACTIVE' &&
      letter.powers.includes(power) &&
      letter.items.includes(matter.itemId) &&
      letter.validFrom <= matter.at &&
      (letter.validUntil === null || matter.at < letter.validUntil),
  );
}
