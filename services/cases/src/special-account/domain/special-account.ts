import type { Day } from '@onewindow/calendar';
import type { Instant } from '@onewindow/kernel';

/** The account of the finance department that a centre's fees are paid to (002:105 缴存专户), from a day on. */
export interface NamedAccount {
  readonly region: string;
  readonly centre: string;
  readonly account: string;
  readonly bank: string;
  /** The document that names it. */
  readonly document: string;
  /** It holds from this day until another one does: a change reaches no day before its own. */
  readonly from: Day;
}
export type SpecialAccountState =
  { readonly status: 'ABSENT' } | (NamedAccount & { readonly status: 'NAMED' });

export interface NameSpecialAccount extends NamedAccount {
  readonly type: 'NameSpecialAccount';
  readonly at: Instant;
}
export interface SpecialAccountNamed extends NamedAccount {
  readonly type: 'SpecialAccountNamed';
  readonly at: Instant;
}
