import { parseDay, type Day } from '@onewindow/calendar';
import {
  aCase,
  acceptOnly,
  answer,
  clockOf,
  commands,
  eventOf,
  later,
  lifecycle,
  play,
} from '../../../test/a-case.ts';
import { caseTimers } from './case-timers.ts';
import { linesOf } from './lines.ts';

const day = (text: string) => parseDay(text) as Day;
const promise = { materials: ['m3'], until: day('2026-10-15'), paper: '诺-1' };
const accept = { ...commands.AcceptCase, promise };
const submitted = aCase('SUBMITTED');
const owing = play([accept], submitted);
const bring = { ...commands.BringMaterials, officer: null, materials: ['m3'] };

describe('a written promise to bring what may follow (容缺受理, L15)', () => {
  it('is owed by its day, and that is a clock of the case', () => {
    expect(owing).toMatchObject({ status: 'IN_PROCESS', owed: { paper: '诺-1' } });
    expect(linesOf(owing).find(({ id }) => id === 'm3')).toMatchObject({
      ...{ state: 'OWED', owedUntil: '2026-10-15', cameAt: null },
    });
    const { deadline } = clockOf(owing, 'OWED');
    expect(deadline).toMatchObject({ dueAt: later('10-16', '00:00'), provisional: false });
    expect(caseTimers(owing)).toContainEqual({ kind: 'LAPSE', at: later('10-16', '00:00') });
    expect(owing.dueAt).toBe(later('09-25', '00:00'));
  });

  it.each([
    ['is necessary', ['m2']],
    ['may be left out', ['m4']],
    ['is not of the list', ['其他材料']],
    ['is beside one that may follow', ['m3', 'm1']],
  ])('is refused for what %s', (_, materials) => {
    const state = play([{ ...commands.SubmitCase, materials: ['m1', 'm2'] }]);
    const command = { ...accept, promise: { ...promise, materials } };
    expect(lifecycle.decide(command, state)).toMatchObject({
      rejection: { code: 'NotLacking', because: 'NotOwable' },
    });
  });

  it('is refused for what has come, and stands in for nothing necessary', () => {
    const all = play([{ ...commands.SubmitCase, materials: ['m1', 'm2', 'm3'] }]);
    expect(answer(accept, all)).toBe('NotLacking');
    const incomplete = play([{ ...commands.SubmitCase, materials: ['m1'] }]);
    expect(answer(accept, incomplete)).toBe('MaterialsMissing');
  });

  it.each([['2026-09-18'], ['2026-09-17'], ['2026-12-18'], ['9999-12-31']])(
    'is refused for %s, which does not lie ahead by 90 days at most',
    (until) => {
      const command = { ...accept, promise: { ...promise, until: day(until) } };
      expect(answer(command, submitted)).toBe('PromiseNotAhead');
      const tomorrow = { ...accept, promise: { ...promise, until: day('2026-09-19') } };
      expect(answer(tomorrow, submitted)).toContain('CaseAccepted');
    },
  );

  it('is kept with the paper: its clock ends, and the case is decided', () => {
    expect(lifecycle.decide(commands.DecideCase, owing)).toMatchObject({
      rejection: { code: 'MaterialsMissing', because: 'Owed', materials: [{ id: 'm3' }] },
    });
    const kept = play([{ ...bring, at: later('10-15') }], owing);
    expect(kept).not.toHaveProperty('owed');
    expect(clockOf(kept, 'OWED').ended).toEqual({ at: later('10-15'), how: 'MET' });
    expect(linesOf(kept).find(({ id }) => id === 'm3')).toMatchObject({ state: 'RECEIVED' });
    expect(answer(commands.DecideCase, kept)).toEqual(['CaseDecided']);
  });

  it('is broken when the day passes: the application lapses, and that stays to be seen', () => {
    const elapse = { type: 'ElapseTimer', kind: 'LAPSE', at: later('10-20') } as const;
    expect(eventOf('CaseLapsed', elapse, owing).effectiveAt).toBe(later('10-16', '00:00'));
    const broken = play([elapse], owing);
    expect(broken).toMatchObject({ status: 'LAPSED', dueAt: null, owed: { broken: true } });
    expect(broken.clocks.every(({ ended }) => ended !== null)).toBe(true);
    expect(answer({ ...elapse, at: later('10-15') }, owing)).toBe('NotPermittedInStatus');
  });

  it('waits in whichever hands the case is, and takes only what was promised', () => {
    const accepted = play([{ ...accept, officer: acceptOnly }], submitted);
    expect(accepted.status).toBe('ACCEPTED');
    expect(answer(bring, accepted)).toEqual(['MaterialsBrought']);
    expect(lifecycle.decide({ ...bring, materials: ['m3', 'm4'] }, accepted)).toMatchObject({
      rejection: { code: 'NotLacking', because: 'NotOwed', materials: [{ id: 'm4' }] },
    });
  });
});
