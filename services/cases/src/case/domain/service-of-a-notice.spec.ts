import { given } from '@onewindow/testing';
import { aCase, answer, commands, ids, later, lifecycle, play } from '../../../test/a-case.ts';
import { eventOf } from '../../../test/a-case.ts';

const service = { notice: ids.letter, kind: 'SUPPLEMENT', entry: 2, at: later('09-22') };
const record = { type: 'RecordService', at: later('09-23'), service } as const;
const submitted = eventOf('CaseSubmitted', commands.SubmitCase, lifecycle.initial);

it('a case keeps by its own day that a notice was served, and once however often it is told', () => {
  const recorded = {
    type: 'ServiceRecorded',
    at: later('09-23'),
    effectiveAt: later('09-22'),
    service,
  } as const;
  given(lifecycle, submitted).when(record).then(recorded);
  given(lifecycle, submitted, recorded)
    .when({ ...record, at: later('09-24') })
    .then();
  expect(play([record], aCase('SUPPLEMENT_REQUIRED')).services).toEqual([service]);
});

it('a notice waits for papers from the day on which the applicant got it, and lapses by that', () => {
  const issued = aCase('SUPPLEMENT_REQUIRED');
  const late = { ...record, service: { ...service, at: later('09-24') }, at: later('09-25') };
  const state = play([late], issued);
  if (issued.notice === null || state.notice === null) throw new Error('There is a notice.');
  expect(state.notice.lapsesAt > issued.notice.lapsesAt).toBe(true);
  const clock = state.clocks.find((one) => one.clock === 'SUPPLEMENT');
  expect(clock?.deadline).toMatchObject({
    startedAt: later('09-24'),
    dueAt: state.notice.lapsesAt,
  });
  const { lapsesAt } = issued.notice;
  const lapse = { type: 'ElapseTimer', kind: 'LAPSE', at: lapsesAt } as const;
  expect(answer(lapse, issued)).toEqual(['CaseLapsed']);
  expect(answer(lapse, state)).toBe('NotPermittedInStatus');
  // Counted anew by another calendar it still counts from then.
  expect(play([{ type: 'RecountClocks', at: later('09-26') }], state).notice?.lapsesAt).toBe(
    state.notice.lapsesAt,
  );
});

it('what was served when it was issued, or after it was answered, moves nothing', () => {
  const issued = aCase('SUPPLEMENT_REQUIRED');
  const at = issued.notice?.issuedAt ?? later('09-18');
  const state = play([{ ...record, service: { ...service, at } }], issued);
  expect(state.notice).toEqual(issued.notice);
  const answered = play([commands.SubmitSupplement], issued);
  expect(play([record], answered).clocks).toEqual(answered.clocks);
});

it('of what was not served, and of another paper, no day is known', () => {
  expect(aCase('SUPPLEMENT_REQUIRED').services ?? []).toEqual([]);
  const kinds = play([record], aCase('SUPPLEMENT_REQUIRED')).services?.map(({ kind }) => kind);
  expect(kinds).toEqual(['SUPPLEMENT']);
});

it('that somebody has tried to tell a second time is kept for supervision', () => {
  given(lifecycle, submitted)
    .when({ type: 'RecordSecondNotice', at: later('09-23'), attemptedBy: ids.officer })
    .then({
      ...{ type: 'SecondNoticeRefused', at: later('09-23'), attemptedBy: ids.officer },
      newMaterials: [],
    });
});
