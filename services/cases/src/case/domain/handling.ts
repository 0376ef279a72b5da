import { accept, reject } from '@onewindow/kernel';
import { matterOf } from './acceptance.ts';
import { authorized, keptAway } from './authority.ts';
import type { CaseFile } from './case.ts';
import type { CompleteCase, DecideCase, DispatchCase, IssueCertificate } from './case-commands.ts';
import type {
  CaseCompleted,
  CaseDecided,
  CaseDispatched,
  CertificateIssued,
} from './case-events.ts';
import { countingIn, type CaseRules } from './case-rules.ts';
import { runningClock } from './clocks.ts';
import { deliveryClock } from './deadlines-of-a-case.ts';
import { feeOpen } from './fee-due.ts';
import { denialOf } from './negative-report.ts';
import { sealedBy } from './seal-custody.ts';
import { notAsAbove } from './referral.ts';
import { paused } from './special-procedure.ts';
import { stillOpen } from './steps.ts';

/**
 * Only into authorised hands (002:37). In process it passes from one to another: A and B post, rotation. Who is
 * kept away from the case neither gets it nor says who does (000:16).
 */
export function dispatch(command: DispatchCase, state: CaseFile) {
  const { at, officer, handler } = command;
  const refusal = keptAway(officer, at);
  if (refusal) return reject(refusal);
  const authority = authorized(handler, 'HANDLE', matterOf(state, at));
  return authority.ok
    ? accept<CaseDispatched>({
        type: 'CaseDispatched',
        at,
        handler: handler.id,
        used: authority.used,
      })
    : reject(
        // Who names another is told that it is about the other.
        handler.id === officer.id
          ? authority.refusal
          : { ...authority.refusal, because: 'OfHandler' },
      );
}

/** 决定: under the seal, with written reasons and the report when denied, and never by the supervisor (003:39). */
export function decideCase(command: DecideCase, state: CaseFile, rules: CaseRules) {
  const { at, officer, outcome } = command;
  if (command.supervises) return reject({ code: 'ApproverSupervises' });
  const authority = authorized(officer, 'DECIDE', matterOf(state, at));
  if (!authority.ok) return reject(authority.refusal);
  const pause = paused(state);
  if (pause) return reject(pause);
  if (state.owed)
    return reject({ code: 'MaterialsMissing', because: 'Owed', materials: state.owed.materials });
  const above = notAsAbove(command, state);
  if (above) return reject(above);
  const sealed = sealedBy(command, state);
  if (!sealed.ok) return reject(sealed.refusal);
  const denied = outcome === 'REJECTED';
  const denying = denied
    ? denialOf(command.report, { reporter: officer.id, at, told: null }, state)
    : null;
  if (denying?.ok === false) return reject(denying.refusal);
  const late = (runningClock(state.clocks, 'DECISION')?.overdueSince ?? null) !== null;
  return accept<CaseDecided>({
    type: 'CaseDecided',
    at,
    verdict: { outcome, decidedBy: officer.id, at, seal: sealed.seal.id, late },
    denial: denying?.denial ?? null,
    clock: deliveryClock(at, countingIn(state.region, rules, at)),
    used: [...sealed.used, ...authority.used],
  });
}

/** Handed over at a window of the centre and nowhere else (002:37). */
export function issueCertificate(command: IssueCertificate, state: CaseFile) {
  const { at, officer, inPerson } = command;
  const authority = authorized(officer, 'ISSUE', matterOf(state, at));
  if (!authority.ok) return reject(authority.refusal);
  const open = feeOpen(state, command.isFeeSettled) ?? stillOpen(state, 'ISSUE');
  if (open) return reject(open);
  const { window } = authority;
  return accept<CertificateIssued>({
    type: 'CertificateIssued',
    at,
    certificate: { number: command.certificateNumber, issuedBy: officer.id, window, at },
    inPerson,
    used: authority.used,
  });
}

export function complete(command: CompleteCase, state: CaseFile) {
  const { at, officer } = command;
  const authority = authorized(officer, 'ISSUE', matterOf(state, at));
  if (!authority.ok) return reject(authority.refusal);
  const open = stillOpen(state, 'COMPLETE');
  if (open) return reject(open);
  const { used: by } = authority;
  return accept<CaseCompleted>({ type: 'CaseCompleted', at, completedBy: officer.id, used: by });
}
