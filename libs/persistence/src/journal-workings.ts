import type { Clock } from '@onewindow/runtime';
import type { AggregateType, JournalEvent } from './aggregate-type.ts';
import type { Database } from './database.ts';
import type { FailPoints } from './fail-points.ts';
import type { JournalModel } from './journal-model.ts';
import type { Log } from './log.ts';
import type { Outbox } from './outbox.ts';
import type { SegmentSizes } from './segments/segment-sizes.ts';
import type { TextVault } from './texts/text-vault.ts';

export interface JournalDependencies {
  readonly database: Database;
  readonly outbox: Outbox;
  /** Keys the HMAC of arguments, which hold personal data. */
  readonly hmacKey: string | Uint8Array;
  /** The trust clock: for `pendingSince` and waiting, never for what happened. */
  readonly clock: Clock;
  readonly log?: Log;
  readonly failPoints?: FailPoints;
  /** Where detachable texts are sealed; demanded by a kind that has some. */
  readonly texts?: TextVault;
  /** When the oldest entries move to segments: `SEGMENT_SIZES` unless told. */
  readonly segments?: SegmentSizes;
  /** Told of every command's end: `accepted`, `repeated`, or the code of its refusal. */
  readonly countCommand?: (command: CommandCounted) => void;
}

/** Both are the program's own words. */
export type CommandCounted = Readonly<Record<'aggregate' | 'outcome', string>>;

export type Coded = { readonly code: string };

/** What every step of the write path works with. */
export interface JournalWorkings<
  State,
  Command,
  Event extends JournalEvent,
  Rejection extends Coded,
> extends JournalDependencies {
  readonly type: AggregateType<State, Command, Event, Rejection>;
  readonly model: JournalModel;
}
