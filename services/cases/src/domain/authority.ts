import type { Instant } from '@onewindow/kernel';
import type { CaseRefusal } from './case-refusals.ts';
import { used, type LetterFact, type Officer, type Power, type VersionUsed } from './facts.ts';

/** What an officer acts on: he must be on post in this centre, and authorised by this department for this item. */
export interface Matter {
  readonly centre: string;
  readonly department: string;
  readonly itemId: string;
  readonly at: Instant;
}

export type Authority =
  | { readonly ok: true; readonly window: string; readonly used: readonly VersionUsed[] }
  | { readonly ok: false; readonly refusal: CaseRefusal };

/**
 * On post at a window of the centre (002:108). A case is taken in nowhere else (002:15). The target of a
 * complaint about the case is shut out of it until that is closed (000:16).
 */
export function onPost({ staff, complainedOf }: Officer, centre: string): Authority {
  if (complainedOf) return { ok: false, refusal: { code: 'ComplainedOf' } };
  return staff?.onPost === true && staff.centre === centre && staff.window !== null
    ? { ok: true, window: staff.window, used: [used('STAFF', staff)] }
    : { ok: false, refusal: { code: 'NotOnPost' } };
}

/** On post, and a letter of authorisation in force gives him this power over the item (002:37, 002:104). */
export function authorized(officer: Officer, power: Power, matter: Matter): Authority {
  const post = onPost(officer, matter.centre);
  if (!post.ok) return post;
  const letter = letterFor(officer, power, matter);
  return letter
    ? { ...post, used: [...post.used, used('LETTER', letter)] }
    : { ok: false, refusal: { code: 'NotAuthorizedForItem', power } };
}

function letterFor(officer: Officer, power: Power, matter: Matter): LetterFact | undefined {
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
