import {
  caseApproved,
  caseRejected,
  type CaseSnapshot,
  type EventEnvelope,
} from '@onewindow/contracts';
import { instant } from '@onewindow/kernel';
import { idFromEvent } from '@onewindow/persistence';
import type { Journals } from '../persistence/create-journals.ts';

export const decisionEvents = [caseApproved, caseRejected];

interface Decided {
  readonly happened: { readonly seal: string; readonly decidedBy: string };
  readonly snapshot: CaseSnapshot;
}

/** Creation: a decision becomes one use of its seal, however often the event comes (X14, 002:104). */
export const onCaseDecided =
  (journals: Pick<Journals, 'sealUses'>) => async (event: EventEnvelope) => {
    const { happened, snapshot } = event.data as Decided;
    const id = idFromEvent(event.id, 'seal-use');
    const usedAt = instant(event.time);
    const outcome = await journals.sealUses.create({
      id,
      command: {
        type: 'RecordSealUse',
        id,
        seal: happened.seal,
        caseId: snapshot.id,
        usedBy: happened.decidedBy,
        usedAt,
        region: snapshot.region,
        centre: snapshot.centre,
        department: snapshot.department,
      },
      meta: { actor: event.id, at: usedAt },
      fromEvent: true,
    });
    if (!outcome.ok) throw new Error(`The use of a seal was refused: ${outcome.rejection.code}`);
  };
