import {
  caseLapsed,
  caseRejected,
  caseReturned,
  caseWithdrawn,
  type CaseSnapshot,
  type EventEnvelope,
} from '@onewindow/contracts';
import type { Instant } from '@onewindow/kernel';
import { idFromEvent } from '@onewindow/persistence';
import { onEvent, together, type Reaction } from '@onewindow/service';
import type { CaseJournal } from '../case/case.kind.ts';
import { isBillable } from '../case/domain/fee-due.ts';
import type { CaseEnd } from './domain/fee-bill.ts';
import type { FeeBillJournal } from './fee-bill.kind.ts';

export interface EndingBills {
  readonly journal: Pick<CaseJournal, 'find'>;
  readonly feeBills: Pick<FeeBillJournal, 'handle' | 'list'>;
  readonly now: () => Instant;
}

/**
 * The bill of a case that has ended without what was applied for ends with it: void where it is unpaid, to be given back
 * where it is paid, each once, however often the event comes. A case that is open again meanwhile keeps its bill.
 */
export function onCaseEnded(deps: EndingBills): Reaction {
  const ending =
    (ended: CaseEnd) =>
    ({ snapshot }: { readonly snapshot: CaseSnapshot }, event: EventEnvelope) =>
      endBills(deps, { case: snapshot.id, ended, event: event.id });
  return together([
    onEvent(caseWithdrawn, ending('WITHDRAWN')),
    onEvent(caseLapsed, ending('LAPSED')),
    onEvent(caseRejected, ending('REJECTED')),
    onEvent(caseReturned, ending('RETURNED')),
  ]);
}

async function endBills(
  { journal, feeBills, now }: EndingBills,
  told: { readonly case: string; readonly ended: CaseEnd; readonly event: string },
): Promise<void> {
  const found = await journal.find(told.case, now());
  if (isBillable(found && found.state)) return;
  const equality = { 'state.openFor': [told.case] };
  const { edges } = await feeBills.list({ query: 'openOfCase', equality, first: 1 }, now());
  for (const { node } of edges) {
    const at = now();
    const commandId = idFromEvent(told.event, node.id);
    const outcome = await feeBills.handle({
      id: node.id,
      command: { type: 'EndWithCase', at, ended: told.ended },
      meta: { actor: told.event, at, commandId, mutation: 'endWithCase', args: {} },
    });
    // What was not charged, or undone in the meantime, has nothing to end.
    if (!outcome.ok && outcome.rejection.code !== 'NotPermittedInStatus') {
      throw new Error(`The bill ${node.id} did not end: ${outcome.rejection.code}`);
    }
  }
}
