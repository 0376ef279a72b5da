import { accept, reject } from '@onewindow/kernel';
import { authorized, type Matter } from './authority.ts';
import type { CaseFile } from './case.ts';
import type { AcceptCase, RequestSupplement, ReturnCase } from './case-commands.ts';
import type {
  CaseAccepted,
  CaseDispatched,
  CaseReturned,
  SecondNoticeRefused,
  SupplementRequested,
} from './case-events.ts';
import { countingIn, type CaseRules } from './case-rules.ts';
import { acceptanceClocks } from './deadlines-of-a-case.ts';
import { maySendBack } from './insisting.ts';
import { judgedBy } from './judged-as-filed.ts';
import { supplementClock } from './supplement-clock.ts';
import { promiseOf } from './promised-papers.ts';
import { denialOf } from './negative-report.ts';
import {
  defectsOf,
  missingMaterials,
  named,
  notLacking,
  unknownMaterials,
  without,
} from './one-time-notice.ts';

export function matterOf(state: CaseFile, at: Matter['at']): Matter {
  return { centre: state.centre, department: state.department, itemId: state.itemId, at };
}

/**
 * Everything that is missing is told at once, and once (行政许可法 32(4); 000:12; 002:33). An incomplete
 * notice is refused, and one that asks for what does not lack: it would stop a complete application. A second one is
 * refused too, but as a fact that is kept: supervision asks for it. Lines of the first that came in a form that can't be
 * taken are sent back once (`maySendBack`), under the same notice.
 */
export function requestSupplement(command: RequestSupplement, state: CaseFile, rules: CaseRules) {
  const { at, officer } = command;
  const judged = judgedBy(command.item, state);
  if (!judged.ok) return reject(judged.refusal);
  const { item } = judged;
  const authority = authorized(officer, 'ACCEPT', matterOf(state, at));
  if (!authority.ok) return reject(authority.refusal);
  const lines = [...command.materials, ...command.defects.map(({ material }) => material)];
  const unknown = unknownMaterials(item, lines);
  if (unknown.length > 0 || lines.length === 0) {
    return reject({ code: 'UnknownMaterials', materials: unknown });
  }
  const materials = named(item.materials, lines);
  if (state.notice && !maySendBack(state.notice, { lines, defects: command.defects })) {
    const toldBefore = state.notice.materials.map(({ id }) => id);
    const newMaterials = without(materials, toldBefore);
    return accept<SecondNoticeRefused>({
      type: 'SecondNoticeRefused',
      at,
      attemptedBy: officer.id,
      newMaterials,
    });
  }
  const needless = notLacking(item, state.materials, { lines, defects: command.defects });
  if (needless) return reject({ code: 'NotLacking', ...needless });
  const untold = without(missingMaterials(item, state.materials), lines);
  if (untold.length > 0)
    return reject({ code: 'MaterialsMissing', because: 'Untold', materials: untold });
  const clock = supplementClock(at, rules.supplement, countingIn(state.region, rules, at));
  const lapsesAt = clock.deadline.dueAt ?? at;
  return accept<SupplementRequested>({
    type: 'SupplementRequested',
    at,
    notice: {
      ...{ materials, issuedBy: officer.id, issuedAt: at, lapsesAt, answeredAt: null },
      defects: defectsOf(item, command.defects),
      waits: rules.supplement,
    },
    clock,
    ...(state.notice && { isSentBack: true }),
    used: [...judged.used, ...authority.used],
  });
}

/** 受理: as it was filed, on post, authorised, papers complete, rights and duties told (002:15, 002:37, 002:76). */
export function acceptCase(command: AcceptCase, state: CaseFile, rules: CaseRules) {
  const { at, officer } = command;
  const judged = judgedBy(command.item, state);
  if (!judged.ok) return reject(judged.refusal);
  const { item } = judged;
  const authority = authorized(officer, 'ACCEPT', matterOf(state, at));
  if (!authority.ok) return reject(authority.refusal);
  const missing = missingMaterials(item, state.materials);
  if (missing.length > 0) return reject({ code: 'MaterialsMissing', materials: missing });
  if (!command.rightsInformed) return reject({ code: 'RightsNotInformed' });
  const counting = countingIn(state.region, rules, at);
  const promised = promiseOf(command, { judged: item, state, counting });
  if (!promised.ok) return reject(promised.refusal);
  const { owed, clock } = promised;
  const accepted: CaseAccepted = {
    type: 'CaseAccepted',
    at,
    deemed: false,
    acceptedBy: officer.id,
    window: authority.window,
    itemRevision: item.revision,
    terms: item.terms,
    clocks: [...acceptanceClocks(item.terms, at, counting), ...(clock ? [clock] : [])],
    ...(owed && { owed }),
    rightsTold: true,
    used: [...judged.used, ...authority.used],
  };
  // Who may also handle the item has it in hand at once: accept once, finish directly (002:37).
  const handling = authorized(officer, 'HANDLE', matterOf(state, at));
  return handling.ok
    ? accept<CaseAccepted | CaseDispatched>(accepted, {
        type: 'CaseDispatched',
        at,
        handler: officer.id,
        used: handling.used,
      })
    : accept(accepted);
}

/**
 * 退回: on a ground, with qualifications, conditions and procedure told once and clearly, and reported to the superior
 * (002:35, A8, A22). Papers that lack are no ground: they are asked for. Who has brought everything that he was asked
 * for, or everything necessary at once, is accepted, unless the matter is none of this authority's, or of none
 * (行政许可法 32(5)): that he is not eligible is decided after acceptance (38). What is abolished
 * can't be accepted, so it is not demanded there.
 */
export function returnCase(command: ReturnCase, state: CaseFile) {
  const authority = authorized(command.officer, 'ACCEPT', matterOf(state, command.at));
  if (!authority.ok) return reject(authority.refusal);
  const { ground, competentAuthority } = command;
  if (ground === null) return reject({ code: 'ReasonsRequired', because: 'Ground' });
  const isSentOn = ground === 'OUT_OF_SCOPE';
  if (isSentOn && (competentAuthority ?? '').trim() === '')
    return reject({ code: 'ReasonsRequired', because: 'CompetentAuthority' });
  if (!isSentOn && competentAuthority !== null) return reject({ code: 'NoOtherAuthority' });
  if (ground === 'NOT_ELIGIBLE' && isComplete(command, state))
    return reject({ code: 'MustBeAccepted' });
  const denying = denialOf(
    command.report,
    {
      reporter: command.officer.id,
      at: command.at,
      told: command.told,
      ground,
      ...(isSentOn && competentAuthority !== null && { competentAuthority }),
    },
    state,
  );
  return denying.ok
    ? accept<CaseReturned>({
        type: 'CaseReturned',
        at: command.at,
        denial: denying.denial,
        used: authority.used,
      })
    : reject(denying.refusal);
}

/** Complete is who has brought what he was asked for, or all that is necessary at once (行政许可法 32(5)). */
function isComplete({ item }: ReturnCase, state: CaseFile): boolean {
  const judged = judgedBy(item, state);
  if (!judged.ok) return false;
  const { notice, materials } = state;
  if (notice !== null && notice.answeredAt !== null) return true;
  return missingMaterials(judged.item, materials).length === 0;
}
