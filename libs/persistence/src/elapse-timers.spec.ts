import { accept, instant, reject } from '@onewindow/kernel';
import type { AggregateType, Timer } from './aggregate-type.ts';
import { earliest, elapseTimers } from './elapse-timers.ts';

type Rung = { readonly type: 'Rung'; readonly kind: string };
type Bells = readonly Timer[];
const at = (second: number) => instant(new Date(second * 1_000));
const bell = (kind: string, second: number): Timer => ({ kind, at: at(second) });

/** Bells that ring once each; the first ring of `a` hangs up another bell. */
const bells: AggregateType<Bells, Timer, Rung, { readonly code: string }> = {
  kind: 'bell',
  collection: 'bells',
  stateVersion: 1,
  belonging: () => ({ region: 'r' }),
  decider: {
    initial: [],
    decide: ({ kind }) =>
      kind === 'stuck' ? reject({ code: 'Stuck' }) : accept({ type: 'Rung', kind }),
    evolve: (state, { kind }) => [
      ...state.filter((one) => one.kind !== kind || kind === 'endless'),
      ...(kind === 'a' ? [bell('after a', 2)] : []),
    ],
  },
  timers: (state) => state,
  elapse: (timer) => timer,
  indexes: [],
  queries: {},
};
const ring = (state: Bells, second: number) =>
  elapseTimers(bells, state, at(second)).elapsed.map(({ event, effectiveAt }) => [
    event.kind,
    effectiveAt,
  ]);

describe('timers', () => {
  it('elapse in the order of their moments, each at its own', () => {
    expect(ring([bell('late', 5), bell('early', 1)], 9)).toEqual([
      ['early', at(1)],
      ['late', at(5)],
    ]);
  });

  it('elapse at their very moment and not before', () => {
    expect(ring([bell('x', 5)], 5)).toHaveLength(1);
    expect(ring([bell('x', 5)], 4.999)).toHaveLength(0);
  });

  it('that come from another one elapse in the same go', () => {
    expect(ring([bell('a', 1), bell('z', 3)], 9).map(([kind]) => kind)).toEqual([
      'a',
      'after a',
      'z',
    ]);
  });

  it('are a fault when they are refused, never end, or have no command', () => {
    expect(() => ring([bell('stuck', 1)], 9)).toThrow('Stuck');
    expect(() => ring([bell('endless', 1)], 9)).toThrow("doesn't end");
    const mute = { ...bells };
    delete (mute as { elapse?: unknown }).elapse;
    expect(() => elapseTimers(mute, [bell('x', 1)], at(9))).toThrow('no `elapse`');
  });

  it('that run on for ever are a fault', () => {
    const moving: typeof bells = {
      ...bells,
      decider: {
        ...bells.decider,
        evolve: ([one]) => [bell('x', Date.parse(one?.at ?? '') / 1_000 + 1)],
      },
    };
    expect(() => elapseTimers(moving, [bell('x', 1)], at(9_999))).toThrow('never end');
  });

  it('have an earliest one, unless there is none', () => {
    expect(earliest([bell('b', 2), bell('a', 1), bell('c', 3)])).toEqual(bell('a', 1));
    expect(earliest([])).toBeUndefined();
  });
});
