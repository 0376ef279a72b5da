import type { Instant } from '@onewindow/kernel';
import type { CaseFile, Notice } from './case.ts';
import type { RequestSupplement } from './case-commands.ts';
import type { SupplementRequested } from './case-events.ts';

/** What is asked for after a notice: the lines, and what is wrong with what came of them. */
interface Asking {
  readonly lines: readonly string[];
  readonly defects: RequestSupplement['defects'];
}

/**
 * Whether lines of an answered notice may be sent back: they came as its answer and can't be taken, each with the
 * reason. It is the same notice, and no second one ("later only its unfulfilled lines", L2). It is done once for a
 * notice, for all such lines together: everything is told at one time (一次告知, 行政许可法 32(4); 002:33), and an
 * authority that could send back again and again would never have to accept (32(5)). False for a line that the
 * notice does not name, for one without a reason, and for whatever is sent back after that: this is a second notice.
 */
export function maySendBack(notice: Notice, { lines, defects }: Asking): boolean {
  const { materials, answeredAt, sentBackAt } = notice;
  return (
    answeredAt !== null &&
    sentBackAt === undefined &&
    lines.every(
      (line) =>
        materials.some(({ id }) => id === line) &&
        defects.some(({ material }) => material === line),
    )
  );
}

/** The notice of a case by what was asked for: a new one, or the first with lines sent back. */
export function noticeAfter(
  { notice: first }: Pick<CaseFile, 'notice'>,
  { notice, isSentBack, at }: SupplementRequested,
): Notice {
  return isSentBack && first ? sentBack(first, notice, at) : notice;
}

/**
 * The notice with lines sent back at that moment: it keeps its lines, who gave it and when. It waits anew, for what was
 * sent back alone; of a line that was defective before, the newer reason is told.
 */
function sentBack(first: Notice, again: Notice, at: Instant): Notice {
  const isBack = ({ id }: { readonly id: string }) => again.materials.some((one) => one.id === id);
  const { lapsesAt, waits, defects = [] } = again;
  // When the first paper was served stays with the services; the one that sends back is served for itself.
  const { servedAt: _, ...kept } = first;
  return {
    ...kept,
    ...{ lapsesAt, sentBackAt: at, answeredAt: null },
    ...(waits && { waits }),
    defects: [...(first.defects ?? []).filter((one) => !isBack(one)), ...defects],
    brought: first.materials.filter((one) => !isBack(one)).map(({ id }) => id),
  };
}

/** From when it waits: when it was given, was sent back, or reached the applicant later than that. */
export function waitsSince({ issuedAt, sentBackAt, servedAt }: Notice): Instant {
  return servedAt ?? sentBackAt ?? issuedAt;
}
