import type { Instant } from '@onewindow/kernel';
import type { EntryContent, Origin, Place, Successor } from './disclosure-entry.ts';
import type { Channel, Exemption, WithdrawalGround } from './terms-of-disclosure.ts';

interface At {
  readonly at: Instant;
}
interface By extends At {
  /** The staff id of who does it. */
  readonly by: string;
}

export type EntryCommand =
  | (By & {
      readonly type: 'DraftEntry';
      readonly place: Place;
      readonly content: EntryContent;
      readonly replaces: string | null;
    })
  /** What happened elsewhere is told as it is: nobody writes or reviews it. */
  | (At & {
      readonly type: 'DiscloseFact';
      readonly place: Place;
      readonly content: EntryContent;
      readonly channels: readonly Channel[];
      readonly origin: Exclude<Origin, { readonly kind: 'STAFF' }>;
    })
  /** `content` when it was changed, null when it goes as it is. */
  | (By & { readonly type: 'SubmitEntry'; readonly content: EntryContent | null })
  | (By & { readonly type: 'ApproveEntry'; readonly opinion: string })
  | (By & { readonly type: 'ReturnEntry'; readonly opinion: string })
  | (By & {
      readonly type: 'ExemptEntry';
      readonly exemption: Exemption;
      readonly opinion: string;
    })
  | (By & { readonly type: 'PublishEntry'; readonly channels: readonly Channel[] })
  | { readonly type: 'ReplaceEntry'; readonly successor: Successor }
  | (By & {
      readonly type: 'WithdrawEntry';
      readonly reason: string;
      /** What the public is told; null where none was named. */
      readonly ground: WithdrawalGround | null;
    });

export type EntryEvent =
  | (By & {
      readonly type: 'EntryDrafted';
      readonly place: Place;
      readonly content: EntryContent;
      readonly replaces: string | null;
    })
  | (At & {
      readonly type: 'FactDisclosed';
      readonly place: Place;
      readonly content: EntryContent;
      readonly channels: readonly Channel[];
      readonly origin: Exclude<Origin, { readonly kind: 'STAFF' }>;
    })
  | (By & { readonly type: 'EntrySubmitted'; readonly content: EntryContent | null })
  | (By & { readonly type: 'EntryApproved'; readonly opinion: string })
  | (By & { readonly type: 'EntryReturned'; readonly opinion: string })
  | (By & {
      readonly type: 'EntryExempted';
      readonly exemption: Exemption;
      readonly opinion: string;
    })
  | (By & { readonly type: 'EntryPublished'; readonly channels: readonly Channel[] })
  | { readonly type: 'EntryReplaced'; readonly successor: Successor }
  | (By & {
      readonly type: 'EntryWithdrawn';
      readonly reason: string;
      /** Absent in older ones, and where the public never read it. */
      readonly ground?: WithdrawalGround;
    });
