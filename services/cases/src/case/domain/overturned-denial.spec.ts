import {
  aCase,
  answer,
  clockOf,
  commands,
  eventOf,
  friday,
  ids,
  later,
  lifecycle,
  play,
  report,
} from '../../../test/a-case.ts';
import type { RecordOverturning } from './case-commands.ts';
import type { FiledCase } from './case.ts';
import { caseTimers } from './case-timers.ts';
import { earlierOverturnings } from './repeated-denial.ts';

const denying = { ...commands.DecideCase, outcome: 'REJECTED', report } as const;
/** On another ground. */
const other = { ...report, reasons: '消防验收不合格。', rule: '消防法 第十三条' };
const thirdReport = { ...report, situation: '复查未通过。', reasons: '逾期未改正。' };
const denyingAnew = { ...denying, report: other } as const;
const rejected = play([denying], aCase('IN_PROCESS'));
const returned = aCase('RETURNED');
const delivered = play([commands.CompleteCase], rejected);
const record = (at = later('09-22'), by: Partial<RecordOverturning> = {}): RecordOverturning => ({
  type: 'RecordOverturning',
  at,
  overturning: { report: ids.letter, by: ids.superior, at },
  reopens: true,
  ...by,
});
const anotherReport = {
  overturning: { report: ids.seal, by: ids.superior, at: later('09-24') },
};
const overturned = (state: FiledCase, ...given: Parameters<typeof record>) =>
  play([record(...given)], state);

describe('a denial that the superior holds to be wrong (000:14, X12)', () => {
  it.each([
    ['rejected', rejected],
    ['rejected and delivered', delivered],
  ])('a case that was %s is decided again', (_, denied) => {
    const found = overturned(denied);
    const { overturning } = record();
    expect(found).toMatchObject({ status: 'IN_PROCESS', verdict: null, filingKey: 'key' });
    expect(found.denial).toMatchObject({ reasons: report.reasons, overturned: overturning });
    expect(found).not.toHaveProperty('givenUpKey');
    expect(play([commands.DecideCase], found)).toMatchObject({
      ...{ status: 'APPROVED', denial: { overturned: overturning } },
    });
  });

  it('leaves decision and promise the end that they had: only 行政许可法 45 stops a clock', () => {
    const found = overturned(rejected);
    for (const name of ['DECISION', 'COMMITTED'] as const) {
      expect(clockOf(found, name).deadline).toEqual(clockOf(rejected, name).deadline);
      expect(clockOf(found, name).ended).toBeNull();
    }
    expect(clockOf(found, 'DELIVERY').ended).toMatchObject({ how: 'STOPPED' });
    expect(caseTimers(found).map(({ kind }) => kind)).toContain('OVERDUE:DECISION');
  });

  it('tells at once of an end that passed while the case was closed, and by when', () => {
    const late = record(later('12-01'));
    expect(answer(late, delivered)).toEqual(['DenialOverturned', 'ClockOverdue', 'ClockOverdue']);
    const found = overturned(delivered, late.at);
    const { deadline, overdueSince } = clockOf(found, 'DECISION');
    expect(overdueSince).toBe(deadline.dueAt);
    expect(found.overdue).toBe(true);
    expect(caseTimers(found)).toEqual([]);
  });

  it('a case that was not accepted has five working days to be told, from the overturning (行政许可法 32)', () => {
    const found = overturned(returned, later('09-22'));
    expect(found).toMatchObject({ status: 'SUBMITTED', kind: 'COMMITTED', filingKey: 'key' });
    // Wednesday, Thursday, then Mid-Autumn until Sunday, Monday, Tuesday, Wednesday.
    expect(clockOf(found, 'TELL_ONCE').deadline).toMatchObject({
      startedAt: later('09-22'),
      dueAt: later('10-01', '00:00'),
    });
    const due = { type: 'ElapseTimer', kind: 'OVERDUE:TELL_ONCE', at: later('10-08') } as const;
    expect(play([due], found)).toMatchObject({
      ...{ status: 'ACCEPTED', acceptance: { deemed: true, at: later('09-22') } },
    });
    expect(play([commands.AcceptCase], found).status).toBe('IN_PROCESS');
  });

  it('stays closed where the same was filed again, and keeps that it was overturned', () => {
    const { overturning } = record();
    expect(overturned(returned, later('09-22'), { reopens: false })).toMatchObject({
      ...{ status: 'RETURNED', denial: { overturned: overturning }, reopenings: [] },
    });
  });

  it('stays to be read when the case is denied again, and is none where it was denied once', () => {
    expect(rejected).not.toHaveProperty('earlierDenials');
    const rejectedAgain = play([{ ...denyingAnew, at: later('09-23') }], overturned(rejected));
    const returnedAgain = play(
      [{ ...commands.ReturnCase, report: other, at: later('09-23') }],
      overturned(returned),
    );
    for (const again of [rejectedAgain, returnedAgain]) {
      expect(again.denial).toMatchObject({ at: later('09-23') });
      expect(again.earlierDenials).toMatchObject([
        { at: friday, reasons: report.reasons, overturned: record().overturning },
      ]);
    }
    const third = { ...denying, report: thirdReport, at: later('09-25') };
    const thrice = play([record(later('09-24'), anotherReport), third], rejectedAgain);
    expect(thrice.earlierDenials?.map(({ at }) => at)).toEqual([friday, later('09-23')]);
  });

  it('is kept once: neither told again nor told late does it touch another denial', () => {
    const once = overturned(rejected);
    expect(answer(record(), once)).toEqual([]);
    const again = play([denyingAnew], once);
    expect(again.denial).not.toHaveProperty('overturned');
    expect(answer(record(), again)).toEqual([]);
    const another = { report: ids.seal, by: ids.superior, at: later('09-23') };
    expect(play([record(later('09-23'), { overturning: another })], again)).toMatchObject({
      status: 'IN_PROCESS',
      reopenings: [{ report: ids.letter }, { report: ids.seal }],
    });
  });

  it.each(['SUBMITTED', 'IN_PROCESS', 'APPROVED', 'ISSUED'] as const)(
    'does not exist of an %s case that nobody denied',
    (status) => {
      expect(answer(record(), aCase(status))).toBe('NotPermittedInStatus');
    },
  );

  it('of a case that was approved after all changes nothing', () => {
    const approved = play([commands.DecideCase, commands.IssueCertificate], overturned(rejected));
    const other = { overturning: { report: ids.seal, by: ids.superior, at: friday } };
    expect(answer(record(later('09-24'), other), approved)).toEqual([]);
  });

  it('kept by an older version leaves its case closed, as it was then', () => {
    const { reopened: _, ...older } = eventOf('DenialOverturned', record(), rejected);
    expect(lifecycle.evolve(rejected, older)).toMatchObject({ status: 'REJECTED' });
  });

  it.each([
    ['the same words', {}],
    [
      'the same reasons, typed otherwise',
      { situation: '复查。', rule: '消防法 13', reasons: ' 场地 面积不足 ' },
    ],
    ['the same article and situation', { reasons: '面积小。' }],
  ])('is not repeated with %s', (_, changes) => {
    const same = { ...report, ...changes };
    expect(answer({ ...denying, report: same }, overturned(rejected))).toBe(
      'RepeatsOverturnedDenial',
    );
    const returning = { ...commands.ReturnCase, report: same };
    expect(answer(returning, overturned(returned))).toBe('RepeatsOverturnedDenial');
    // Also after another one that was not the same.
    const anew = play([denyingAnew], overturned(rejected));
    const twice = play([record(later('09-24'), anotherReport)], anew);
    expect(answer({ ...denying, report: same }, twice)).toBe('RepeatsOverturnedDenial');
  });

  it.each([
    ['another ground', { reasons: '消防验收不合格。', rule: '消防法 第十三条' }],
    ['new facts', { situation: '复查仍不符合规定。', reasons: '改正后仍不足。' }],
  ])(
    'gives way to a denial with %s, which shows that an earlier one was overturned',
    (_, changes) => {
      const found = play([{ ...denying, report: { ...report, ...changes } }], overturned(rejected));
      expect(found).toMatchObject({ status: 'REJECTED' });
      expect(earlierOverturnings(found)).toEqual([record().overturning]);
      expect(earlierOverturnings(rejected)).toEqual([]);
    },
  );

  it('names an article and nothing else: what an officer typed lies in no event in plain', () => {
    const told = { ...report, rule: '行政许可法 38,示例甲材料系伪造' };
    expect(answer({ ...denying, report: told }, aCase('IN_PROCESS'))).toBe('NoLegalReference');
    const returning = { ...commands.ReturnCase, report: told };
    expect(answer(returning, aCase('SUBMITTED'))).toBe('NoLegalReference');
  });
});
