import type { Denial } from './case.ts';
import type { Report } from './case-commands.ts';

/**
 * 否定报备: who denies an application gives the reasons in writing to the applicant (000:12) and reports
 * situation and reasons in writing to the superior (000:14). No denial without it, of a return neither
 * (A22): null where a part is not written.
 */
export function denialOf(
  report: Report | null,
  context: Pick<Denial, 'reporter' | 'at' | 'told'>,
): Denial | null {
  if (!report) return null;
  const { situation, reasons, rule, superior } = report;
  const { told } = context;
  const written = [
    situation,
    reasons,
    rule,
    superior,
    ...(told ? [told.qualifications, told.conditions, told.procedure] : []),
  ];
  return written.every((text) => text.trim() !== '')
    ? { situation, reasons, rule, superior, ...context }
    : null;
}
