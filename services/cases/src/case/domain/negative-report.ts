import type { CaseFile, Denial } from './case.ts';
import type { Report } from './case-commands.ts';
import { isLegalReference } from './legal-reference.ts';
import { repeatsOverturned } from './repeated-denial.ts';

/** What everybody whose application is denied is told with it (行政许可法 38; 行政复议法 20; 行政诉讼法 46). */
export const REMEDY =
  '如不服本决定，可以自收到决定之日起六十日内申请行政复议，或者自收到决定之日起六个月内向人民法院提起行政诉讼。';

export type Denying =
  | { readonly ok: true; readonly denial: Denial }
  | {
      readonly ok: false;
      readonly refusal: {
        readonly code:
          | 'ReasonsRequired'
          | 'NoLegalReference'
          | 'NoLeaderInCharge'
          | 'SuperiorIsReporter'
          | 'RepeatsOverturnedDenial';
      };
    };

/**
 * 否定报备: who denies an application gives the reasons in writing to the applicant (000:12) and reports
 * situation and reasons in writing to the superior (000:14), the leader in charge of his department (A21). No
 * denial without it, of a return neither (A22): `ReasonsRequired` where a part is not written, `NoLeaderInCharge`
 * where windows has told of none, `SuperiorIsReporter` where the leader would report to himself, `NoLegalReference`
 * where the article is none, `RepeatsOverturnedDenial` where the same was held to be wrong.
 */
export function denialOf(
  report: Report | null,
  context: Pick<Denial, 'reporter' | 'at' | 'told' | 'ground' | 'competentAuthority'>,
  denials: Pick<CaseFile, 'denial' | 'earlierDenials'>,
): Denying {
  if (!report) return { ok: false, refusal: { code: 'ReasonsRequired' } };
  const { situation, reasons, rule, superior } = report;
  const { told } = context;
  const written = [
    situation,
    reasons,
    rule,
    ...(told ? [told.qualifications, told.conditions, told.procedure] : []),
  ];
  if (!written.every((text) => text.trim() !== '')) {
    return { ok: false, refusal: { code: 'ReasonsRequired' } };
  }
  if (!isLegalReference(rule)) return { ok: false, refusal: { code: 'NoLegalReference' } };
  if (superior === null) return { ok: false, refusal: { code: 'NoLeaderInCharge' } };
  if (superior === context.reporter) return { ok: false, refusal: { code: 'SuperiorIsReporter' } };
  const denial = { situation, reasons, rule: rule.trim(), superior, remedy: REMEDY, ...context };
  return repeatsOverturned(denial, denials)
    ? { ok: false, refusal: { code: 'RepeatsOverturnedDenial' } }
    : { ok: true, denial };
}
