import { given, permittedPairs, stateAfter } from '@onewindow/testing';
import { anOverdue, friday, ids, later } from '../../test/a-matter.ts';
import { ALERT_PERMITTED, alertLifecycle } from './alert-lifecycle.ts';
import type { AlertCommand, AlertEvent, AlertKind, AlertState } from './alert.ts';

const at = later('09-20');
const supervising = { at, by: ids.supervisor, concerned: [] };
const facts = anOverdue();
const raised: AlertEvent = {
  type: 'AlertRaised',
  at,
  effectiveAt: friday,
  ...facts,
  level: 'YELLOW_CARD',
  rule: '002:36',
};
const acknowledged: AlertEvent = {
  type: 'AlertAcknowledged',
  at,
  by: ids.supervisor,
  words: '已督办',
};
const dismissed: AlertEvent = { ...acknowledged, type: 'AlertDismissed', words: '录入错误' };

const raise = { type: 'RaiseAlert', at, ...facts } as const;
const acknowledge = { type: 'AcknowledgeAlert', ...supervising, note: ' 已督办 ' } as const;
const dismiss = { type: 'DismissAlert', ...supervising, reason: '录入错误' } as const;

const pairs = permittedPairs<AlertState, AlertCommand>(
  {
    ABSENT: { status: 'ABSENT' },
    DETECTED: stateAfter(alertLifecycle, 'DETECTED', [raised]),
    ACKNOWLEDGED: stateAfter(alertLifecycle, 'ACKNOWLEDGED', [raised, acknowledged]),
    DISMISSED: stateAfter(alertLifecycle, 'DISMISSED', [raised, dismissed]),
  },
  { RaiseAlert: raise, AcknowledgeAlert: acknowledge, DismissAlert: dismiss },
);

it.each(pairs)('$state.status × $command.type agrees with PERMITTED', ({ state, command }) => {
  const permitted: readonly string[] = ALERT_PERMITTED[state.status];
  expect(alertLifecycle.decide(command, state).accepted).toBe(permitted.includes(command.type));
});

describe('an alert', () => {
  it('is raised when it happened, whenever that is learned', () => {
    given(alertLifecycle).when(raise).then(raised);
  });

  it.each([
    ['DUE_SOON', 'REMINDER', '002:106'],
    ['OVERDUE', 'YELLOW_CARD', '002:36'],
    ['SECOND_NOTICE', 'YELLOW_CARD', '002:33'],
    ['DENIAL_WITHOUT_ACKNOWLEDGED_REPORT', 'YELLOW_CARD', '000:14'],
  ] as const)('of kind %s is a %s by %s', (kind: AlertKind, level, rule) => {
    given(alertLifecycle)
      .when({ ...raise, kind })
      .then({ ...raised, kind, level, rule });
  });

  it('is acknowledged by a supervisor', () => {
    given(alertLifecycle, raised).when(acknowledge).then(acknowledged);
  });

  it.each([acknowledge, dismiss])(
    'is not answered by who had the case in hand when it was raised: $type (003:39, A38)',
    (command) => {
      given(alertLifecycle, raised)
        .when({ ...command, by: ids.handler })
        .refuses({ code: 'HandlerMayNotSupervise' });
    },
  );

  it.each([acknowledge, dismiss])(
    'is not answered by who has it in hand or has decided since: $type (003:39, A38)',
    (command) => {
      given(alertLifecycle, raised)
        .when({ ...command, concerned: [ids.supervisor] })
        .refuses({ code: 'HandlerMayNotSupervise' });
    },
  );

  it('is dismissed with a reason and stays to be seen', () => {
    given(alertLifecycle, raised).when(dismiss).then(dismissed);
    const state = stateAfter(alertLifecycle, 'DISMISSED', [raised, dismissed]);
    expect(state.dismissal).toEqual({ at, by: ids.supervisor, words: '录入错误' });
  });

  it('is not dismissed without a reason', () => {
    given(alertLifecycle, raised)
      .when({ ...dismiss, reason: ' ' })
      .refuses({ code: 'WordsRequired', field: 'reason' });
  });

  it('that was verified can still be voided', () => {
    given(alertLifecycle, raised, acknowledged).when(dismiss).then(dismissed);
  });

  it('folds history without asking whether it was right', () => {
    expect(alertLifecycle.evolve({ status: 'ABSENT' }, acknowledged)).toEqual({ status: 'ABSENT' });
  });
});
