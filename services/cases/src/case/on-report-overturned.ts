import { negativeReportOverturned } from '@onewindow/contracts';
import { instant, type Instant } from '@onewindow/kernel';
import { onEvent, type Reaction } from '@onewindow/service';
import type { CaseJournal } from './case.kind.ts';

export interface RecordingOverturned {
  readonly journal: Pick<CaseJournal, 'handle'>;
  readonly now: () => Instant;
}

/**
 * The superior holds the denial of a case to be wrong (000:14, X12): the case keeps by whom, when and by which
 * report, once however often the event comes, and is open again. Why is kept with the report.
 */
export function onReportOverturned({ journal, now }: RecordingOverturned): Reaction {
  return onEvent(negativeReportOverturned, async ({ snapshot }, event) => {
    const { id: report, superior: by, ...about } = snapshot;
    if (by === null) throw new Error(`The report ${report} was overturned by nobody.`);
    const at = now();
    const overturning = { report, by, at: instant(event.time) };
    const record = (reopens: boolean) =>
      journal.handle({
        id: about.case,
        command: { type: 'RecordOverturning', at, overturning, reopens },
        meta: { actor: event.id, at },
      });
    const opened = await record(true);
    // The applicant has filed the same again meanwhile: that case is the open one.
    const isFiledAgain = !opened.ok && opened.rejection.code === 'AlreadyExists';
    const outcome = isFiledAgain ? await record(false) : opened;
    if (!outcome.ok) {
      throw new Error(`That a denial was overturned was refused: ${outcome.rejection.code}`);
    }
  });
}
