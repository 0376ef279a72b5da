import { instant } from '@onewindow/kernel';
import { friday, ids, later } from '../../../test/a-matter.ts';
import type { ExcludeFromCase, ExclusionCommand, ExclusionState } from './case-exclusion.ts';
import {
  EXCLUSION_PERMITTED,
  exclusionLifecycle,
  exclusionTimers,
  isInForce,
} from './exclusion-lifecycle.ts';

const { decide, evolve, initial } = exclusionLifecycle;
const by = { at: friday, by: ids.supervisor, concerned: [ids.handler] };
const exclude: ExcludeFromCase = {
  type: 'ExcludeFromCase',
  ...by,
  case: ids.case,
  staff: ids.handler,
  digest: 'd',
  region: ids.region,
  centre: ids.centre,
  department: ids.department,
  until: later('09-28'),
};
const lift = { type: 'LiftExclusion', ...by } as const;

function after(...commands: readonly ExclusionCommand[]): ExclusionState {
  return commands.reduce((state, command) => {
    const decision = decide(command, state);
    if (!decision.accepted) throw new Error(JSON.stringify(decision.rejection));
    return decision.events.reduce(evolve, state);
  }, initial);
}
const states = { ABSENT: initial, IN_FORCE: after(exclude), LIFTED: after(exclude, lift) } as const;

it('permits what X24 says and nothing else', () => {
  // Written out: a supervisor decides, lifts before the end, and the end comes by itself; what is over stays over.
  expect(EXCLUSION_PERMITTED).toEqual({
    ABSENT: ['ExcludeFromCase'],
    IN_FORCE: ['LiftExclusion', 'EndExclusion'],
    LIFTED: [],
  });
});

const pairs = Object.values(states).flatMap((state) =>
  [exclude, lift].map((command) => ({ state, command })),
);
it.each(pairs)('$state.status × $command.type agrees with the table', ({ state, command }) => {
  const permitted: readonly string[] = EXCLUSION_PERMITTED[state.status];
  expect(decide(command, state).accepted).toBe(permitted.includes(command.type));
});

it('has an end, which is ahead', () => {
  expect(decide({ ...exclude, until: friday }, initial)).toMatchObject({
    rejection: { code: 'EndNotAhead', field: 'until' },
  });
  const state = states.IN_FORCE;
  if (state.status !== 'IN_FORCE') throw new Error(state.status);
  expect(isInForce(state, later('09-27'))).toBe(true);
  expect(isInForce(state, later('09-28'))).toBe(false);
  expect(decide({ ...lift, at: later('09-28') }, state)).toMatchObject({
    rejection: { code: 'NotPermittedInStatus', status: 'ENDED' },
  });
});

it('lasts 90 days at most, and is decided anew for longer', () => {
  // Friday 18 September, 09:30, and 90 days.
  const last = instant('2026-12-17T09:30:00+08:00');
  expect(decide({ ...exclude, until: last }, initial).accepted).toBe(true);
  for (const until of [instant('2026-12-17T09:30:01+08:00'), instant('9999-12-31T00:00:00Z')]) {
    expect(decide({ ...exclude, until }, initial)).toMatchObject({
      rejection: { code: 'EndTooFar', field: 'until', days: 90 },
    });
  }
});

it('is decided by nobody who handles the case, and lifted by nobody who is kept away', () => {
  const rejection = { code: 'HandlerMayNotSupervise' };
  expect(decide({ ...exclude, by: ids.handler }, initial)).toMatchObject({ rejection });
  const himself = { ...lift, by: ids.handler, concerned: [] };
  expect(decide(himself, states.IN_FORCE)).toMatchObject({ rejection });
});

it('leaves its place to another when its end has come or it is lifted, and not before', () => {
  const end = { type: 'EndExclusion', at: later('09-28') } as const;
  expect(states.IN_FORCE).toHaveProperty('inForceKey', `${ids.case}:${ids.handler}`);
  expect(exclusionTimers(states.IN_FORCE)).toEqual([{ kind: 'EXCLUSION_ENDS', at: end.at }]);
  expect(decide({ ...end, at: later('09-27') }, states.IN_FORCE).accepted).toBe(false);
  for (const over of [after(exclude, end), states.LIFTED]) {
    expect(over).not.toHaveProperty('inForceKey');
    expect(exclusionTimers(over)).toEqual([]);
    expect(decide(end, over).accepted).toBe(false);
  }
});
