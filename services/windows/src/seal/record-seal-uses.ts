import { caseApproved, caseRejected, type CaseSnapshot } from '@onewindow/contracts';
import { instant } from '@onewindow/kernel';
import { idFromEvent } from '@onewindow/persistence';
import { onEvents, type Reaction } from '@onewindow/service';
import type { SealUseJournal } from './seal-use.kind.ts';

interface Decided {
  readonly happened: { readonly seal: string; readonly decidedBy: string };
  readonly snapshot: CaseSnapshot;
}

/** Creation: a decision becomes one use of its seal, however often the event comes (X14, 002:104). */
export function onCaseDecided(sealUses: Pick<SealUseJournal, 'create'>): Reaction {
  return onEvents<Decided>([caseApproved, caseRejected], async ({ happened, snapshot }, event) => {
    const id = idFromEvent(event.id, 'seal-use');
    const usedAt = instant(event.time);
    const { seal, decidedBy: usedBy } = happened;
    const { id: caseId, region, centre, department } = snapshot;
    const place = { region, centre, department };
    const outcome = await sealUses.create({
      id,
      command: { type: 'RecordSealUse', id, seal, caseId, usedBy, usedAt, ...place },
      meta: { actor: event.id, at: usedAt },
      fromEvent: true,
    });
    if (!outcome.ok) throw new Error(`The use of a seal was refused: ${outcome.rejection.code}`);
  });
}
