import { given } from '@onewindow/testing';
import { aCase, commands, ids, later, lifecycle, play } from '../../../test/a-case.ts';
import { eventOf } from '../../../test/a-case.ts';
import { servedAt } from './service-of-a-notice.ts';

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
  expect(servedAt(play([record], aCase('SUPPLEMENT_REQUIRED')), 'SUPPLEMENT')).toBe(later('09-22'));
});

it('of what was not served, and of another paper, no day is known', () => {
  expect(servedAt(aCase('SUPPLEMENT_REQUIRED'), 'SUPPLEMENT')).toBeNull();
  expect(servedAt(play([record], aCase('SUPPLEMENT_REQUIRED')), 'RECEIPT')).toBeNull();
});

it('that somebody has tried to tell a second time is kept for supervision', () => {
  given(lifecycle, submitted)
    .when({ type: 'RecordSecondNotice', at: later('09-23'), attemptedBy: ids.officer })
    .then({
      ...{ type: 'SecondNoticeRefused', at: later('09-23'), attemptedBy: ids.officer },
      newMaterials: [],
    });
});
