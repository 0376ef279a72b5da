import { accept, reject } from '@onewindow/kernel';
import { onPost } from './authority.ts';
import type { FiledCase } from './case.ts';
import type { BringMaterials, SubmitSupplement } from './case-commands.ts';
import type { MaterialsBrought, SupplementReceived } from './case-events.ts';
import { countingIn, type CaseRules } from './case-rules.ts';
import type { MaterialRef } from './facts.ts';
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
 * where nothing came at all; `NotLacking`: `HasCome` for what is there and is not asked for again, so that when it came
 * stays, and after acceptance `NotOwed` for what was not promised, `NothingOwed` where nothing was.
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
  const needless = hasCome(materials, state);
  if (needless) return reject(needless);
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

/** What has come and is not asked for again, before acceptance; null where all is new or asked for. */
function hasCome(brought: readonly MaterialRef[], state: FiledCase) {
  if (state.status !== 'SUBMITTED' && state.status !== 'SUPPLEMENT_REQUIRED') return null;
  const asked = stillAsked(state).map(({ id }) => id);
  const came = without(brought, asked).filter(({ id }) =>
    state.materials.some((paper) => paper.id === id),
  );
  return came.length > 0
    ? ({ code: 'NotLacking', because: 'HasCome', materials: came } as const)
    : null;
}

/** After acceptance nothing is brought but what is owed. */
export function nothingWaitedFor({ status, owed }: FiledCase) {
  return (status === 'ACCEPTED' || status === 'IN_PROCESS') && !owed
    ? ({ code: 'NotLacking', because: 'NothingOwed', materials: [] } as const)
    : null;
}
