import type { Loaded } from '@onewindow/persistence';
import type { Language } from '@onewindow/subgraph';
import type { Handled } from '../../commands/handle-visible.ts';
import type { ExclusionState } from '../../domain/case-exclusion.ts';
import type { ReportState } from '../../domain/negative-report.ts';
import { toExclusionView, toReportView } from '../../queries/views.ts';
import { refusalOf } from './to-refusal.ts';

/** A command's answer as a member of a result union, the aggregate under the name that it has there. */
const answering =
  <State, const Field extends string, View>(
    field: Field,
    toView: (loaded: Loaded<State>) => View,
  ) =>
  <const Success extends string>(
    success: Success,
    outcome: Handled<State, unknown>,
    language: Language,
  ) =>
    outcome.ok
      ? { __typename: success, ...named(field, toView(outcome.aggregate)) }
      : refusalOf(outcome.rejection, language);

const named = <const Field extends string, View>(field: Field, view: View) =>
  ({ [field]: view }) as { readonly [Name in Field]: View };

export const exclusionAnswer = answering<
  ExclusionState,
  'exclusion',
  ReturnType<typeof toExclusionView>
>('exclusion', toExclusionView);
export const reportAnswer = answering<ReportState, 'report', ReturnType<typeof toReportView>>(
  'report',
  toReportView,
);
