import { given, permittedPairs, stateAfter } from '@onewindow/testing';
import { aDenial, calendar, friday, ids, later, reports } from '../../../test/a-matter.ts';
import { reportTimers } from './negative-report-evolution.ts';
import { ACKNOWLEDGE_WITHIN, REPORT_PERMITTED } from './negative-report-lifecycle.ts';
import type { ReportCommand, ReportEvent, ReportState } from './negative-report.ts';

const at = later('09-20');
const by = ids.superior;
const open = { type: 'OpenReport', at, ...aDenial(), calendar } as const;

/** What `decide` makes of a denial: its deadline is read from there. */
function openedBy(command: typeof open | (typeof open & { superior: null })): ReportEvent {
  const decision = reports.decide(command, reports.initial);
  const [event] = decision.accepted ? decision.events : [];
  if (event?.type !== 'ReportOpened') throw new Error('The report was not opened.');
  return event;
}
const opened = openedBy(open);
const nowhere = openedBy({ ...open, superior: null });
const submitted: ReportEvent = { type: 'ReportSubmitted', at, by: ids.handler, superior: by };
const acknowledged: ReportEvent = { type: 'ReportAcknowledged', at, by, words: '' };
const overturned: ReportEvent = { type: 'ReportOverturned', at, by, words: '依据不足' };
const filed: ReportEvent = { type: 'ReportFiled', at, by: ids.supervisor };

const submit = { type: 'SubmitReport', at, by: ids.handler, superior: by } as const;
const acknowledge = { type: 'AcknowledgeReport', at, by, note: '' } as const;
const overturn = { type: 'OverturnReport', at, by, reason: '依据不足' } as const;
const file = { type: 'FileReport', at, by: ids.supervisor } as const;
const elapse = { type: 'ElapseTimer', kind: 'ACKNOWLEDGEMENT_DUE', at: later('10-12') } as const;

const pairs = permittedPairs<ReportState, Exclude<ReportCommand, { type: 'ElapseTimer' }>>(
  {
    ABSENT: { status: 'ABSENT' },
    REPORT_WRITTEN: stateAfter(reports, 'REPORT_WRITTEN', [nowhere]),
    SUBMITTED_TO_SUPERIOR: stateAfter(reports, 'SUBMITTED_TO_SUPERIOR', [opened]),
    ACKNOWLEDGED: stateAfter(reports, 'ACKNOWLEDGED', [opened, acknowledged]),
    OVERTURNED: stateAfter(reports, 'OVERTURNED', [opened, overturned]),
    FILED: stateAfter(reports, 'FILED', [opened, acknowledged, filed]),
  },
  {
    OpenReport: open,
    SubmitReport: submit,
    AcknowledgeReport: acknowledge,
    OverturnReport: overturn,
    FileReport: file,
  },
);

it('permits what 3.6 says and nothing else', () => {
  // Written out: written, sent once to the superior, answered by him one way or the other, put on file.
  expect(REPORT_PERMITTED).toEqual({
    ABSENT: ['OpenReport'],
    REPORT_WRITTEN: ['SubmitReport', 'ElapseTimer'],
    SUBMITTED_TO_SUPERIOR: ['AcknowledgeReport', 'OverturnReport', 'ElapseTimer'],
    ACKNOWLEDGED: ['FileReport'],
    OVERTURNED: ['FileReport'],
    FILED: [],
  });
});

it.each(pairs)('$state.status × $command.type agrees with PERMITTED', ({ state, command }) => {
  const permitted: readonly string[] = REPORT_PERMITTED[state.status];
  expect(reports.decide(command, state).accepted).toBe(permitted.includes(command.type));
});

describe('the report of a denial (000:14)', () => {
  it('lies before the leader in charge, from the denial on', () => {
    expect(opened).toMatchObject({ superior: ids.superior, effectiveAt: friday });
    expect(stateAfter(reports, 'SUBMITTED_TO_SUPERIOR', [opened]).reporter).toBe(ids.handler);
  });

  it('waits when nobody is in charge, or the reporter himself', () => {
    expect(openedBy({ ...open, superior: null })).toMatchObject({ superior: null });
    const himself = reports.decide({ ...open, superior: ids.handler }, reports.initial);
    expect(himself).toMatchObject({ accepted: true, events: [{ superior: null }] });
    given(reports, nowhere).when(submit).then(submitted);
  });

  it('is put before the leader in charge once, never before the reporter, and before nobody else', () => {
    given(reports, nowhere)
      .when({ ...submit, superior: ids.handler })
      .refuses({ code: 'SuperiorIsReporter' });
    given(reports, nowhere)
      .when({ ...submit, superior: null })
      .refuses({ code: 'NoLeaderInCharge' });
    for (const history of [[opened], [nowhere, submitted]]) {
      given(reports, ...history)
        .when({ ...submit, superior: ids.supervisor })
        .refuses({
          code: 'NotPermittedInStatus',
          command: 'SubmitReport',
          status: 'SUBMITTED_TO_SUPERIOR',
        });
    }
  });

  it('is acknowledged or overturned by that superior and nobody else', () => {
    given(reports, opened).when(acknowledge).then(acknowledged);
    given(reports, opened).when(overturn).then(overturned);
    for (const command of [acknowledge, overturn]) {
      given(reports, opened)
        .when({ ...command, by: ids.supervisor })
        .refuses({ code: 'NotTheSuperior' });
    }
  });

  it('is overturned with a reason', () => {
    given(reports, opened)
      .when({ ...overturn, reason: '\n' })
      .refuses({ code: 'WordsRequired', field: 'reason' });
  });

  it('is put on file when it is answered, either way', () => {
    given(reports, opened, acknowledged).when(file).then(filed);
    given(reports, opened, overturned).when(file).then(filed);
  });

  it('folds history without asking whether it was right', () => {
    expect(reports.evolve({ status: 'ABSENT' }, filed)).toEqual({ status: 'ABSENT' });
  });
});

describe('the time to acknowledge', () => {
  const due = later('09-21', '00:00');

  it('is one working day by default: denied on Friday, due at the end of the worked Sunday', () => {
    expect(ACKNOWLEDGE_WITHIN).toEqual({ value: 1, unit: 'WORKING_DAYS' });
    expect(opened).toMatchObject({ deadline: { dueAt: due, rule: '000:14', startedAt: friday } });
  });

  it.each([
    ['REPORT_WRITTEN', [nowhere]],
    ['SUBMITTED_TO_SUPERIOR', [opened]],
  ] as const)('runs while it is %s', (status, history) => {
    const state = stateAfter(reports, status, history);
    expect(reportTimers(state)).toEqual([{ kind: 'ACKNOWLEDGEMENT_DUE', at: due }]);
  });

  it.each([
    ['ACKNOWLEDGED', [opened, acknowledged]],
    ['OVERTURNED', [opened, overturned]],
    ['FILED', [opened, acknowledged, filed]],
  ] as const)('is met when it is %s', (status, history) => {
    expect(reportTimers(stateAfter(reports, status, history))).toEqual([]);
  });

  it('is over once, at its moment, and the report can still be acknowledged', () => {
    const overdue: ReportEvent = {
      type: 'AcknowledgementOverdue',
      at: later('10-12'),
      effectiveAt: due,
    };
    given(reports, opened).when(elapse).then(overdue);
    given(reports, opened, overdue).when(elapse).refuses({
      code: 'NotPermittedInStatus',
      command: 'ElapseTimer',
      status: 'SUBMITTED_TO_SUPERIOR',
    });
    given(reports, opened, overdue).when(acknowledge).then(acknowledged);
  });

  it('is not over before it is', () => {
    given(reports, opened)
      .when({ ...elapse, at: later('09-20', '23:59') })
      .refuses({
        code: 'NotPermittedInStatus',
        command: 'ElapseTimer',
        status: 'SUBMITTED_TO_SUPERIOR',
      });
  });
});
