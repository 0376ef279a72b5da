import { instant, type Instant } from '@onewindow/kernel';
import type { AggregateType, JournalEvent } from './aggregate-type.ts';
import { elapseTimers } from './elapse-timers.ts';
import type { Loaded } from './journal.ts';
import type { JournalHead } from './journal-document.ts';
import type { Coded } from './journal-workings.ts';

/**
 * An aggregate as of `at`: what was due has elapsed in memory. Its version is the stored one, which is
 * what `expectedVersion` is compared with.
 */
export const toLoaded = <State, Command, Event extends JournalEvent, Rejection extends Coded>(
  type: AggregateType<State, Command, Event, Rejection>,
  head: Head,
  as: { readonly state: State; readonly at: Instant },
): Loaded<State> => asItIs(head, elapseTimers(type, as.state, as.at).state);

/** An aggregate of which nothing was due. */
export const asItIs = <State>(
  { _id, version, personal, erased }: Head,
  state: State,
): Loaded<State> => ({
  id: _id,
  version,
  state,
  ...(personal && { personal }),
  ...(erased && { erasures: erased.map(({ at, ...told }) => ({ ...told, at: instant(at) })) }),
});

type Head = Pick<JournalHead, '_id' | 'version' | 'personal' | 'erased'>;
