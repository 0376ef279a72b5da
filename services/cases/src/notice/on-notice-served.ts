import { noticeServed } from '@onewindow/contracts';
import { instant, type Instant } from '@onewindow/kernel';
import { onEvent, type Reaction } from '@onewindow/service';
import type { CaseJournal } from '../case/case.kind.ts';

export interface RecordingService {
  readonly journal: Pick<CaseJournal, 'handle'>;
  readonly now: () => Instant;
}

/** Its case learns that a notice was served, once however often it is told. */
export function onNoticeServed({ journal, now }: RecordingService): Reaction {
  return onEvent(noticeServed, async ({ snapshot }, event) => {
    const { id: notice, kind, entry, servedAt } = snapshot;
    if (snapshot.case === null || servedAt === null) return;
    const at = now();
    const service = { notice, kind, entry, at: instant(servedAt) };
    const outcome = await journal.handle({
      id: snapshot.case,
      command: { type: 'RecordService', at, service },
      meta: { actor: event.id, at },
    });
    if (!outcome.ok) {
      throw new Error(`That a notice was served was refused: ${outcome.rejection.code}`);
    }
  });
}
