import type { Calendar } from '@onewindow/calendar';
import {
  caseAccepted,
  caseApproved,
  caseRejected,
  caseReturned,
  caseSupplementRequired,
  caseSuspended,
  type CaseSnapshot,
  type EventEnvelope,
} from '@onewindow/contracts';
import type { Instant } from '@onewindow/kernel';
import { idFromEvent, type PersonalDataVault } from '@onewindow/persistence';
import { onEvents, type Reaction } from '@onewindow/service';
import type { CaseJournal } from '../case/case.kind.ts';
import { evolve } from '../case/domain/case-evolution.ts';
import type { CaseState } from '../case/domain/case.ts';
import type { KnownFacts } from '../replicas/known-facts.ts';
import { addressed } from './addressee.ts';
import { sealedBy } from './domain/seal-of-a-notice.ts';
import { servedBy } from './domain/time-to-serve.ts';
import { wordingOf } from './domain/wording.ts';
import type { NoticeJournal } from './notice.kind.ts';

export interface IssuingNotices {
  readonly journal: Pick<CaseJournal, 'find' | 'history'>;
  readonly notices: Pick<NoticeJournal, 'create'>;
  readonly vault: Pick<PersonalDataVault, 'open' | 'seal'>;
  readonly facts: Pick<KnownFacts, 'item' | 'sealOf'>;
  readonly calendarOf: (region: string, at: Instant) => Calendar;
  /** Of what was written down before this moment nobody is told now. */
  readonly noticesSince: () => Instant;
  readonly now: () => Instant;
}

/** The applicant is the only one whom the law names for these papers. */
const APPLICANT = 'notice:applicant';

/**
 * Creation: each entry of a case that the applicant is told of in writing makes one notice, once however often its event
 * comes (行政许可法 32, 38, 45). What the law does by itself, such as deemed acceptance, is told like what an officer does.
 * Entries from before there were notices make none.
 */
export function onCaseTold(deps: IssuingNotices): Reaction {
  const told = [
    caseAccepted,
    caseSupplementRequired,
    caseReturned,
    caseSuspended,
    caseApproved,
    caseRejected,
  ];
  return onEvents<{ readonly snapshot: CaseSnapshot }>(told, ({ snapshot }, event) =>
    issue(deps, snapshot, event),
  );
}

async function issue(
  deps: IssuingNotices,
  snapshot: CaseSnapshot,
  event: EventEnvelope,
): Promise<void> {
  const { journal, notices, vault, facts, calendarOf, noticesSince, now } = deps;
  const at = now();
  const history = await journal.history(snapshot.id);
  const entry = history.find(({ seq }) => seq === event.aggregateversion);
  if (!entry) throw new Error(`The case ${snapshot.id} lacks the entry of its event ${event.id}.`);
  if (entry.at < noticesSince()) return;
  const state = history
    .filter(({ seq }) => seq <= entry.seq)
    .reduce<CaseState>((before, one) => evolve(before, one.event), { status: 'ABSENT' });
  if (state.status === 'ABSENT') return;
  const [item, seal, current] = await Promise.all([
    facts.item(state.itemId),
    facts.sealOf(state.department),
    journal.find(snapshot.id, at),
  ]);
  const wording = wordingOf(entry.event, { state, itemName: item?.name ?? null });
  if (!wording || !current) return;
  const id = idFromEvent(event.id, APPLICANT);
  const { addressee, personal } = await addressed(vault, current, {
    id,
    kind: state.applicant.kind,
  });
  const { region, centre, department, itemId, receiptNumber } = state;
  const outcome = await notices.create({
    id,
    command: {
      ...{ type: 'IssueNotice', at, ...wording, addressee },
      ...{ case: snapshot.id, entry: entry.seq, item: itemId, receiptNumber },
      ...{ region, centre, department },
      datedAt: entry.at,
      sealed: sealedBy(seal, department),
      // From what it tells: a notice that is made late has no more time for that.
      serveBy: servedBy(calendarOf(region, at), entry.at),
    },
    meta: { actor: event.id, at },
    ...(personal && { personal }),
    fromEvent: true,
  });
  if (!outcome.ok) throw new Error(`A notice was refused: ${outcome.rejection.code}`);
}
