import {
  anOverdue,
  aDenial,
  calendar,
  complaints,
  friday,
  ids,
  reports,
} from '../test/a-matter.ts';
import { alertKind } from './alert/alert.kind.ts';
import { alertLifecycle } from './alert/domain/alert-lifecycle.ts';
import type { AlertCommand, AlertState } from './alert/domain/alert.ts';
import { complaintKind } from './complaint/complaint.kind.ts';
import type { ComplaintCommand } from './complaint/domain/complaint-commands.ts';
import type { ComplaintState } from './complaint/domain/complaint.ts';
import { REPLY_PERIODS } from './complaint/domain/reply-deadline.ts';
import { ACKNOWLEDGE_WITHIN } from './negative-report/domain/negative-report-lifecycle.ts';
import type { ReportCommand, ReportState } from './negative-report/domain/negative-report.ts';
import { negativeReportKind } from './negative-report/negative-report.kind.ts';

const publishComplaintEvent = complaintKind.with({
  replyPeriods: REPLY_PERIODS,
  vault: { blindIndex: (value) => value },
}).type.publish;
const publishReportEvent = negativeReportKind.with({ acknowledgeWithin: ACKNOWLEDGE_WITHIN }).type
  .publish;
const publishAlertEvent = alertKind.with().type.publish;
const id = ids.report;
const secret = '示例甲说了这些话';
const by = { at: friday, by: ids.supervisor, concerned: [] };
const byInvestigator = { ...by, by: ids.investigator };
const bySuperior = { at: friday, by: ids.superior };
const late = '2026-12-31T00:00:00.000Z' as typeof friday;

/** The contract of each entry of a way, held against its schema; nothing of what was written is in it. */
function told<State, Command, Event>(
  decider: {
    readonly initial: State;
    readonly decide: (command: Command, state: State) => unknown;
    readonly evolve: (state: State, event: Event) => State;
  },
  publish: (
    entry: { readonly event: Event },
    state: State,
    id: string,
  ) => ReturnType<typeof publishAlertEvent>,
  way: readonly Command[],
): readonly string[] {
  let state = decider.initial;
  return way.flatMap((command) => {
    const decision = decider.decide(command, state) as {
      readonly accepted: boolean;
      readonly events: readonly Event[];
    };
    if (!decision.accepted) throw new Error(JSON.stringify(decision));
    return decision.events.map((event) => {
      state = decider.evolve(state, event);
      const made = publish({ event }, state, id);
      if (!made) throw new Error('It was told to nobody.');
      expect(made.contract.schema.parse(made.data)).toEqual(made.data);
      expect(JSON.stringify(made.data)).not.toContain(secret);
      return made.contract.type.replace('onewindow.supervision.', '');
    });
  });
}

describe('what others learn', () => {
  it('of an alert', () => {
    const way: readonly AlertCommand[] = [
      { type: 'RaiseAlert', at: friday, ...anOverdue() },
      { type: 'AcknowledgeAlert', ...by, note: secret },
      { type: 'DismissAlert', ...by, reason: secret },
    ];
    expect(told(alertLifecycle, publishAlertEvent, way)).toEqual([
      ...['alert.raised.v1', 'alert.acknowledged.v1', 'alert.dismissed.v1'],
    ]);
  });

  it('of a complaint', () => {
    const { region, centre, department } = ids;
    const way: readonly ComplaintCommand[] = [
      {
        type: 'FileComplaint',
        at: friday,
        channel: 'WEB',
        case: ids.case,
        target: ids.handler,
        targetOnPost: true,
        region,
        centre,
        department,
        digest: secret,
        calendar,
      },
      { type: 'TransferComplaint', ...by, department: ids.elsewhere },
      { type: 'AcceptComplaint', ...by },
      { type: 'AssignInvestigator', ...by, investigator: ids.investigator },
      { type: 'ElapseTimer', kind: 'REPLY_DUE', at: late },
      { type: 'HandleComplaint', ...byInvestigator, verdict: 'FOUNDED', result: secret },
      { type: 'ReplyToComplaint', ...by, text: secret },
      { type: 'CloseComplaint', ...by },
      { type: 'ReopenComplaint', at: friday, supervisor: null, calendar },
    ];
    expect(told(complaints, publishComplaintEvent, way)).toEqual(
      [
        ...['filed', 'transferred', 'accepted', 'investigated', 'overdue', 'handled', 'replied'],
        ...['closed', 'reopened'],
      ].map((happened) => `complaint.${happened}.v1`),
    );
  });

  it('of the report of a denial', () => {
    const open = { type: 'OpenReport', at: friday, ...aDenial(), calendar } as const;
    const submit = { type: 'SubmitReport', ...bySuperior, superior: ids.superior } as const;
    const acknowledged: readonly ReportCommand[] = [
      { ...open, superior: null },
      submit,
      { type: 'ElapseTimer', kind: 'ACKNOWLEDGEMENT_DUE', at: late },
      { type: 'AcknowledgeReport', ...bySuperior, note: secret },
      { type: 'FileReport', ...bySuperior },
    ];
    const of = (way: readonly ReportCommand[]) => told(reports, publishReportEvent, way);
    expect(of(acknowledged)).toEqual(
      ['opened', 'submitted', 'overdue', 'acknowledged', 'filed'].map(
        (happened) => `negative-report.${happened}.v1`,
      ),
    );
    const overturned = of([open, { type: 'OverturnReport', ...bySuperior, reason: secret }]);
    expect(overturned).toEqual(['negative-report.opened.v1', 'negative-report.overturned.v1']);
  });

  it('is nothing of what was never made', () => {
    const nothing: AlertState & ComplaintState & ReportState = { status: 'ABSENT' };
    const filed = { type: 'ReportFiled', ...bySuperior } as const;
    const closed = { type: 'ComplaintClosed', ...bySuperior } as const;
    const answered = { type: 'AlertDismissed', ...bySuperior, words: '' } as const;
    expect(publishReportEvent({ event: filed }, nothing, id)).toBeUndefined();
    expect(publishComplaintEvent({ event: closed }, nothing, id)).toBeUndefined();
    expect(publishAlertEvent({ event: answered }, nothing, id)).toBeUndefined();
  });
});
