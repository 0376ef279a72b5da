import { caseApproved, caseRejected, type CaseSnapshot } from '@onewindow/contracts';
import { instant } from '@onewindow/kernel';
import { idFromEvent } from '@onewindow/persistence';
import { onEvents, type Reaction } from '@onewindow/service';
import type { Journals } from '../persistence/create-journals.ts';

interface Decided {
  readonly happened: { readonly seal: string; readonly decidedBy: string };
  readonly snapshot: CaseSnapshot;
}

/** Creation: a decision becomes one use of its seal, however often the event comes (X14, 002:104). */
export function onCaseDecided({ sealUses }: Pick<Journals, 'sealUses'>): Reaction {
  return onEvents<Decided>([caseApproved, caseRejected], async ({ happened, snapshot }, event) => {
    const id = idFromEvent(event.id, 'seal-use');
    const usedAt = instant(event.time);
    const { region, centre, department } = snapshot;
    const outcome = await sealUses.create({
      id,
      command: {
        ...{ type: 'RecordSealUse', id, seal: happened.seal, caseId: snapshot.id },
        ...{ usedBy: happened.decidedBy, usedAt, region, centre, department },
      },
      meta: { actor: event.id, at: usedAt },
      fromEvent: true,
    });
    if (!outcome.ok) throw new Error(`The use of a seal was refused: ${outcome.rejection.code}`);
  });
}
