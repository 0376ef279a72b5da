import type { Instant } from '@onewindow/kernel';
import type { Officer } from './facts.ts';
import type { RequestKind } from './request.ts';

export interface AskFor {
  readonly type: 'AskFor';
  readonly at: Instant;
  readonly officer: Officer;
  readonly kind: RequestKind;
  readonly reason: string;
}
export interface AnswerRequest {
  readonly type: 'AnswerRequest';
  readonly at: Instant;
  readonly officer: Officer;
  readonly request: number;
  readonly granted: boolean;
  readonly paper: string | null;
  /** He is the head of the department that handles the case, or runs its centre. */
  readonly isHead: boolean;
  readonly runsCentre: boolean;
}
export interface SummonApplicant {
  readonly type: 'SummonApplicant';
  readonly at: Instant;
  readonly officer: Officer;
  readonly reason: string;
}
export type RequestCommand = AskFor | AnswerRequest | SummonApplicant;
