import {
  answer,
  clockOf,
  commands,
  eventOf,
  friday,
  ids,
  later,
  lifecycle,
  play,
} from '../../../test/a-case.ts';
import { linesOf, stillAsked, stillDefective } from './lines.ts';

const bad = (...lines: readonly string[]) => ({
  ...{ ...commands.RequestSupplement, materials: lines },
  defects: lines.map((material) => ({ material, reason: '扫描件模糊' })),
});
const bring = (...materials: readonly string[]) => ({ ...commands.BringMaterials, materials });
const monday = later('09-21');
const told = play([
  { ...commands.SubmitCase, materials: [] },
  { ...commands.RequestSupplement, materials: ['m1', 'm2'] },
]);
const answered = play([bring('m1', 'm2')], told);
const back = play([{ ...bad('m2'), at: monday }], answered);
const answeredAgain = play([{ ...bring('m2'), at: later('09-22') }], back);

describe('sending lines of a notice back (行政许可法 32(4); 002:33; L2)', () => {
  it('is the same notice: its lines, who gave it and when stay, and it waits anew for those alone', () => {
    expect(back.notice).toMatchObject({
      ...{ materials: told.notice?.materials, issuedBy: ids.officer, issuedAt: friday },
      ...{ sentBackAt: monday, answeredAt: null, brought: ['m1'] },
      defects: [{ id: 'm2', reason: '扫描件模糊' }],
    });
    expect(stillAsked(back)).toEqual([{ id: 'm2', name: '场地证明' }]);
    expect(clockOf(back, 'SUPPLEMENT').deadline).toMatchObject({
      ...{ startedAt: monday, dueAt: back.notice?.lapsesAt },
    });
    expect(answeredAgain).toMatchObject({ status: 'SUBMITTED', receivedAt: later('09-22') });
  });

  it('tells the newer reason of a line that was defective before', () => {
    const first = play([bad('m1', 'm2')], play([commands.SubmitCase]));
    const second = {
      ...bad('m2'),
      defects: [{ material: 'm2', reason: '缺页' }],
    };
    const { notice } = play([bring('m1', 'm2'), second], first);
    expect(notice?.defects).toEqual([
      { id: 'm1', name: '申请书', reason: '扫描件模糊' },
      { id: 'm2', name: '场地证明', reason: '缺页' },
    ]);
  });

  it.each([
    ['the same line', bad('m2')],
    ['a line that was not sent back with it', bad('m1')],
    ['both', bad('m1', 'm2')],
  ])('has an end: once more is a second notice, which is kept: %s', (_, again) => {
    const event = eventOf('SecondNoticeRefused', again, answeredAgain);
    expect(event).toMatchObject({ attemptedBy: ids.officer, newMaterials: [] });
    expect(lifecycle.evolve(answeredAgain, event)).toEqual(answeredAgain);
    expect(answer(commands.AcceptCase, answeredAgain)).toContain('CaseAccepted');
  });

  it('is of lines of the notice, each with a reason', () => {
    expect(answer(bad('m2'), answered)).toEqual(['SupplementRequested']);
    expect(answer({ ...bad('m2'), defects: [] }, answered)).toEqual(['SecondNoticeRefused']);
    expect(answer(bad('m2', 'm3'), answered)).toEqual(['SecondNoticeRefused']);
  });

  it('lapses counted from when it was sent back, also when all is counted again', () => {
    const at = later('09-22');
    // Nothing of the calendar has changed: so nothing of its end has.
    expect(answer({ type: 'RecountClocks', at }, back)).toEqual([]);
    expect(back.notice?.lapsesAt).not.toBe(told.notice?.lapsesAt);
  });

  it('waits from when the paper that sends back was served, and not from when the first one was', () => {
    const served = (notice: string, at: typeof friday) => ({
      ...{ type: 'RecordService' as const, at },
      service: { notice, kind: 'SUPPLEMENT', entry: null, at },
    });
    const late = play([served('first', later('09-19')), bring('m1', 'm2'), bad('m2')], told);
    expect(late.notice).not.toHaveProperty('servedAt');
    // What is told late of the first paper moves nothing.
    expect(play([served('first', later('09-19'))], back).notice).toEqual(back.notice);
    const reached = play([served('second', later('09-24'))], back);
    expect(reached.notice).toMatchObject({ servedAt: later('09-24'), issuedAt: friday });
    expect((reached.notice?.lapsesAt ?? '') > (back.notice?.lapsesAt ?? '')).toBe(true);
  });

  it('folds an older second notice as it was: in the place of the first', () => {
    const { isSentBack: _, ...older } = eventOf('SupplementRequested', bad('m2'), answered);
    expect(lifecycle.evolve(answered, older)).toMatchObject({ notice: older.notice });
  });
});

describe('what is still asked for', () => {
  const both = play([bad('m1', 'm2')], play([commands.SubmitCase]));

  it('is every line of a notice that nothing has come of', () => {
    expect(stillAsked(both).map(({ id }) => id)).toEqual(['m1', 'm2']);
    expect(stillDefective(both).map(({ id }) => id)).toEqual(['m1', 'm2']);
  });

  it('is not what was brought', () => {
    const partly = play([bring('m2')], both);
    expect(stillAsked(partly).map(({ id }) => id)).toEqual(['m1']);
    expect(stillDefective(partly).map(({ id }) => id)).toEqual(['m1']);
    expect(stillAsked(play([bring('m1')], partly))).toEqual([]);
  });

  it('is nothing of a case that has lapsed or was withdrawn', () => {
    const lapse = { type: 'ElapseTimer', kind: 'LAPSE', at: later('12-31') } as const;
    for (const over of [play([lapse], both), play([commands.WithdrawCase], both)]) {
      expect(stillAsked(over)).toEqual([]);
      // How each line stands is still to be read.
      expect(linesOf(over)[1]).toMatchObject({ isAsked: false, state: 'DEFECTIVE' });
    }
  });
});
