import { feeDayClosed } from '@onewindow/contracts';
import type { Instant } from '@onewindow/kernel';
import { idFromEvent } from '@onewindow/persistence';
import { onEvent, type Reaction } from '@onewindow/service';
import type { FeeBillJournal } from '../fee-bill/fee-bill.kind.ts';
import type { FeeDayJournal } from './fee-day.kind.ts';

export interface ReconcilingBills {
  readonly feeDays: Pick<FeeDayJournal, 'find'>;
  readonly feeBills: Pick<FeeBillJournal, 'handle'>;
  readonly now: () => Instant;
}

/**
 * The bills that were found on the statement are reconciled, each once, however often the event comes. One that was
 * given back meanwhile, or is reconciled already, stays as it is.
 */
export function onFeeDayClosed({ feeDays, feeBills, now }: ReconcilingBills): Reaction {
  return onEvent(feeDayClosed, async ({ snapshot }, { id: eventId }) => {
    const day = await feeDays.find(snapshot.id, now());
    if (!day || day.state.status === 'ABSENT') return;
    for (const bill of day.state.closing?.matched ?? []) {
      const at = now();
      const commandId = idFromEvent(eventId, bill);
      const outcome = await feeBills.handle({
        id: bill,
        command: { type: 'ReconcileBill', at },
        meta: { actor: eventId, at, commandId, mutation: 'reconcileBill', args: {} },
      });
      if (!outcome.ok && outcome.rejection.code !== 'NotPermittedInStatus') {
        throw new Error(`The bill ${bill} was not reconciled: ${outcome.rejection.code}`);
      }
    }
  });
}
