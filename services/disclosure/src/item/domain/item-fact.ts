import type { Place } from '../../entry/domain/disclosure-entry.ts';

export interface ItemLimit {
  readonly value: number;
  readonly unit: 'WORKING_DAYS' | 'CALENDAR_DAYS';
}

/** What is known of a service item, from its events. */
export interface ItemFact extends Place {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly kind:
    'ADMIN_LICENCE' | 'NON_LICENCE_APPROVAL' | 'PUBLIC_SERVICE' | 'REGISTRATION' | 'FEE_SERVICE';
  readonly handlingMode: 'IMMEDIATE' | 'COMMITTED' | 'JOINT' | 'REFERRED_UP' | null;
  readonly status: ItemStatus;
  readonly statutoryLimit: ItemLimit | null;
  readonly committedLimit: ItemLimit | null;
  readonly materials: readonly { readonly name: string; readonly need: string }[];
  readonly resultName: string | null;
}
type ItemStatus =
  | 'IDENTIFIED'
  | 'SUBMITTED_FOR_REVIEW'
  | 'CONFIRMED'
  | 'PUBLISHED'
  | 'IN_SERVICE'
  | 'SUSPENDED'
  | 'ABOLISHED';

/** From then on the public reads it. */
export function isPublicItem({ status }: ItemFact): boolean {
  return status === 'PUBLISHED' || status === 'IN_SERVICE' || status === 'SUSPENDED';
}
