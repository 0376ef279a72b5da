import type { Instant } from '@onewindow/kernel';
import type { Supervising } from '../../domain/impartiality.ts';

export const ALERT_KINDS = [
  'DUE_SOON',
  'OVERDUE',
  'DENIAL_WITHOUT_ACKNOWLEDGED_REPORT',
  'SECOND_NOTICE',
] as const;
export type AlertKind = (typeof ALERT_KINDS)[number];
export const ALERT_LEVELS = ['REMINDER', 'YELLOW_CARD'] as const;
export type AlertLevel = (typeof ALERT_LEVELS)[number];
export type AlertClock = 'TELL_ONCE' | 'DECISION' | 'COMMITTED' | 'DELIVERY' | 'STEP' | 'URGENT';

/** What was detected, on which case, and who had a hand in it. */
export interface AlertFacts {
  readonly kind: AlertKind;
  readonly case: string;
  readonly region: string;
  readonly centre: string;
  readonly department: string;
  readonly window: string | null;
  /** The clock that it is about, null when it is about none. */
  readonly clock: AlertClock | null;
  readonly dueAt: Instant | null;
  /** The report that nobody acknowledged, null for other kinds. */
  readonly report: string | null;
  /** What a second notice would have demanded. */
  readonly materials: readonly string[];
  readonly occurredAt: Instant;
  /** Who had the case in hand, or did what the alert is about. */
  readonly concerned: readonly string[];
}

export interface AlertFile extends AlertFacts {
  readonly level: AlertLevel;
  readonly rule: string;
  readonly raisedAt: Instant;
  readonly acknowledgement: Answer | null;
  readonly dismissal: Answer | null;
}
export interface Answer {
  readonly by: string;
  readonly at: Instant;
  readonly words: string;
}

/** 预警: detected, then verified by a supervisor or dismissed with a reason; never deleted (3.16). */
export type RaisedAlert =
  | (AlertFile & { readonly status: 'DETECTED' })
  | (AlertFile & { readonly status: 'ACKNOWLEDGED'; readonly acknowledgement: Answer })
  | (AlertFile & { readonly status: 'DISMISSED'; readonly dismissal: Answer });
export type AlertState = { readonly status: 'ABSENT' } | RaisedAlert;

export interface RaiseAlert extends AlertFacts {
  readonly type: 'RaiseAlert';
  readonly at: Instant;
}
export interface AcknowledgeAlert extends Supervising {
  readonly type: 'AcknowledgeAlert';
  readonly at: Instant;
  /** What the supervisor notes, empty when nothing. */
  readonly note: string;
}
export interface DismissAlert extends Supervising {
  readonly type: 'DismissAlert';
  readonly at: Instant;
  readonly reason: string;
}
export type AlertCommand = RaiseAlert | AcknowledgeAlert | DismissAlert;

export interface AlertRaised extends AlertFacts {
  readonly type: 'AlertRaised';
  readonly at: Instant;
  readonly effectiveAt: Instant;
  readonly level: AlertLevel;
  readonly rule: string;
}
export interface AlertAnswered {
  readonly type: 'AlertAcknowledged' | 'AlertDismissed';
  readonly at: Instant;
  readonly by: string;
  readonly words: string;
}
export type AlertEvent = AlertRaised | AlertAnswered;
