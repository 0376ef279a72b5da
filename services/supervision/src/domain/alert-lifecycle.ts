import { accept, assertNever, reject, type Decider, type Decision } from '@onewindow/kernel';
import type {
  AlertCommand,
  AlertEvent,
  AlertKind,
  AlertLevel,
  AlertRaised,
  AlertState,
  RaiseAlert,
  RaisedAlert,
} from './alert.ts';
import { handlesTheCase } from './impartiality.ts';
import { isBlank, notPermitted, type SupervisionRefusal } from './refusals.ts';

/** What may be done with an alert in which status; `alert-lifecycle.spec.ts` holds `decide` against it. */
export const ALERT_PERMITTED = {
  ABSENT: ['RaiseAlert'],
  DETECTED: ['AcknowledgeAlert', 'DismissAlert'],
  // Many a first alarm is an error of data entry: also one that was verified can be voided.
  ACKNOWLEDGED: ['DismissAlert'],
  DISMISSED: [],
} as const satisfies Record<AlertState['status'], readonly AlertCommand['type'][]>;

/** How grave each kind is, and what it is held against. */
const KINDS: Readonly<Record<AlertKind, { readonly level: AlertLevel; readonly rule: string }>> = {
  DUE_SOON: { level: 'REMINDER', rule: '002:106' },
  OVERDUE: { level: 'YELLOW_CARD', rule: '002:36' },
  DENIAL_WITHOUT_ACKNOWLEDGED_REPORT: { level: 'YELLOW_CARD', rule: '000:14' },
  SECOND_NOTICE: { level: 'YELLOW_CARD', rule: '002:33' },
};

type AlertDecision = Decision<AlertEvent, SupervisionRefusal>;

export const alertLifecycle: Decider<AlertState, AlertCommand, AlertEvent, SupervisionRefusal> = {
  initial: { status: 'ABSENT' },
  decide,
  evolve,
};

function decide(command: AlertCommand, state: AlertState): AlertDecision {
  switch (command.type) {
    case 'RaiseAlert':
      if (state.status === 'ABSENT') return raise(command);
      break;
    case 'AcknowledgeAlert':
      if (state.status === 'DETECTED') return answer(command, state, command.note);
      break;
    case 'DismissAlert':
      if (state.status === 'DETECTED' || state.status === 'ACKNOWLEDGED') {
        return isBlank(command.reason)
          ? reject({ code: 'WordsRequired', field: 'reason' })
          : answer(command, state, command.reason);
      }
      break;
    default:
      return assertNever(command);
  }
  return reject(notPermitted(command.type, state.status));
}

function raise({ type: _, at, ...facts }: RaiseAlert): AlertDecision {
  const effectiveAt = facts.occurredAt;
  return accept({ type: 'AlertRaised', at, effectiveAt, ...facts, ...KINDS[facts.kind] });
}

/** By a supervisor who is not the handler, neither then nor now. */
function answer(
  command: Exclude<AlertCommand, RaiseAlert>,
  state: RaisedAlert,
  words: string,
): AlertDecision {
  const { by, at } = command;
  const refusal = handlesTheCase({ by, concerned: [...state.concerned, ...command.concerned] });
  if (refusal) return reject(refusal);
  const type = command.type === 'AcknowledgeAlert' ? 'AlertAcknowledged' : 'AlertDismissed';
  return accept({ type, at, by, words: words.trim() });
}

function evolve(state: AlertState, event: AlertEvent): AlertState {
  if (event.type === 'AlertRaised') return raised(event);
  if (state.status === 'ABSENT') return state;
  const { type, at, by, words } = event;
  return type === 'AlertAcknowledged'
    ? { ...state, status: 'ACKNOWLEDGED', acknowledgement: { at, by, words } }
    : { ...state, status: 'DISMISSED', dismissal: { at, by, words } };
}

function raised({ type: _, at, effectiveAt: __, ...facts }: AlertRaised): AlertState {
  return { ...facts, raisedAt: at, acknowledgement: null, dismissal: null, status: 'DETECTED' };
}
