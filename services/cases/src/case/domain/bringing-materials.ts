import { accept, reject } from '@onewindow/kernel';
import { onPost } from './authority.ts';
import type { FiledCase } from './case.ts';
import type { BringMaterials, SubmitSupplement } from './case-commands.ts';
import type { MaterialsBrought, SupplementReceived } from './case-events.ts';
import { countingIn, type CaseRules } from './case-rules.ts';
import { kindOf } from './filing.ts';
import { listedMaterials, stillAsked } from './lines.ts';
import { named, unknownMaterials, without } from './one-time-notice.ts';
import { tellOnceClock } from './tell-once.ts';

/**
 * Papers come line by line, and what has come stays (002:33, 002:76). Before a notice any of the item's list may be
 * added. With the last line of a notice the application is submitted again, and the time to tell begins anew. After
 * acceptance only what was promised is taken (L15): nothing else is waited for.
 *
 * Refused: `NotOnPost`, `ExcludedFromCase` to an officer; `UnknownMaterials` off the item's list; `MaterialsMissing`
 * where nothing came at all; `NotLacking`, `NotOwed` after acceptance for what was not promised.
 */
export function bringMaterials(
  command: BringMaterials | SubmitSupplement,
  state: FiledCase,
  rules: CaseRules,
) {
  const { at, officer } = command;
  const post = officer ? onPost(officer, state.centre, at) : null;
  if (post?.ok === false) return reject(post.refusal);
  const listed = listedMaterials(state);
  const unknown = unknownMaterials({ materials: listed }, command.materials);
  if (unknown.length > 0) return reject({ code: 'UnknownMaterials', materials: unknown });
  const materials = named(listed, command.materials);
  const inPerson = officer !== null;
  const brought: MaterialsBrought = { type: 'MaterialsBrought', at, materials, inPerson };
  if (state.status === 'SUPPLEMENT_REQUIRED') {
    const left = without(stillAsked(state), command.materials);
    if (materials.length === 0)
      return reject({ code: 'MaterialsMissing', because: 'OfNotice', materials: left });
    if (left.length > 0) return accept<MaterialsBrought | SupplementReceived>(brought);
    return accept<MaterialsBrought | SupplementReceived>({
      ...{ type: 'SupplementReceived', at, materials, inPerson },
      kind: kindOf(state.terms),
      clock: tellOnceClock(at, countingIn(state.region, rules, at)),
    });
  }
  if (state.status !== 'SUBMITTED') {
    const refusal = nothingWaitedFor(state);
    if (refusal) return reject(refusal);
    const owed = (state.owed?.materials ?? []).map(({ id }) => id);
    const notOwed = without(materials, owed);
    if (notOwed.length > 0)
      return reject({ code: 'NotLacking', because: 'NotOwed', materials: notOwed });
  }
  if (materials.length === 0)
    return reject({ code: 'MaterialsMissing', because: 'NothingBrought', materials: [] });
  return accept<MaterialsBrought | SupplementReceived>(brought);
}

/** After acceptance nothing is brought but what is owed. */
export function nothingWaitedFor({ status, owed }: FiledCase) {
  return (status === 'ACCEPTED' || status === 'IN_PROCESS') && !owed
    ? ({ code: 'NotLacking', because: 'NotOwed', materials: [] } as const)
    : null;
}
