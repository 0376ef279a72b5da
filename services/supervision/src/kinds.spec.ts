import { uncoveredQueries } from '@onewindow/persistence/testing';
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
import { caseExclusionKind } from './case-exclusion/case-exclusion.kind.ts';
import { complaintKind } from './complaint/complaint.kind.ts';
import type { ComplaintCommand } from './complaint/domain/complaint-commands.ts';
import { REPLY_PERIODS } from './complaint/domain/reply-deadline.ts';
import { ACKNOWLEDGE_WITHIN } from './negative-report/domain/negative-report-lifecycle.ts';
import { negativeReportKind } from './negative-report/negative-report.kind.ts';

const alertAggregate = alertKind.with().type;
const complaintType = complaintKind.with({
  replyPeriods: REPLY_PERIODS,
  vault: { blindIndex: (value) => value },
}).type;
const reportType = negativeReportKind.with({ acknowledgeWithin: ACKNOWLEDGE_WITHIN }).type;
const exclusionType = caseExclusionKind.with().type;
const { region, centre, department } = ids;

describe('what the journal keeps', () => {
  it.each([alertAggregate, complaintType, reportType, exclusionType])(
    '$kind has an index for every list',
    (type) => {
      expect(uncoveredQueries(type)).toEqual([]);
    },
  );

  it('belongs nowhere before it is made', () => {
    expect(() => alertAggregate.belonging({ status: 'ABSENT' })).toThrow('No alert');
    expect(() => complaintType.belonging({ status: 'ABSENT' })).toThrow('No complaint');
    expect(() => reportType.belonging({ status: 'ABSENT' })).toThrow('No negative-report');
  });

  it('belongs to region, centre and department, a complaint without one to none', () => {
    const raise = { type: 'RaiseAlert', at: friday, ...anOverdue() } as const;
    const alert = stateOf(alertLifecycle, raise);
    expect(alertAggregate.belonging(alert)).toEqual({ region, centre, department });
    const open = { type: 'OpenReport', at: friday, ...aDenial(), calendar } as const;
    expect(reportType.belonging(stateOf(reports, open))).toEqual({ region, centre, department });
    const file: ComplaintCommand = {
      type: 'FileComplaint',
      at: friday,
      channel: 'WEB',
      case: null,
      target: null,
      targetOnPost: true,
      region,
      centre,
      department: null,
      digest: 'd',
      calendar,
    };
    expect(complaintType.belonging(stateOf(complaints, file))).toEqual({ region, centre });
  });

  it('lets each timer elapse by a command of its own', () => {
    const open = { type: 'OpenReport', at: friday, ...aDenial(), calendar } as const;
    const opened = stateOf(reports, open);
    const [timer] = reportType.timers?.(opened) ?? [];
    if (!timer) throw new Error('Nothing is due.');
    const elapse = reportType.elapse?.(timer);
    expect(elapse).toEqual({ type: 'ElapseTimer', ...timer });
    expect(elapse && reports.decide(elapse, opened).accepted).toBe(true);
  });
});

function stateOf<State, Command, Event>(
  decider: {
    readonly initial: State;
    readonly decide: (
      command: Command,
      state: State,
    ) =>
      { readonly accepted: true; readonly events: readonly Event[] } | { readonly accepted: false };
    readonly evolve: (state: State, event: Event) => State;
  },
  command: Command,
): State {
  const decision = decider.decide(command, decider.initial);
  if (!decision.accepted) throw new Error('It was refused.');
  return decision.events.reduce(decider.evolve, decider.initial);
}
