import type { Database } from '@onewindow/persistence';
import { instant, type Instant } from '@onewindow/kernel';
import type { Kept } from '@onewindow/service';

interface Beginning {
  readonly _id: string;
  readonly at: string;
}

/**
 * Since when notices are made: the first start of a program that makes them, kept for ever. What cases were told before
 * was told on paper.
 */
export function createNoticesSince(
  database: Pick<Database, 'collection'>,
  now: () => Instant,
): Kept & { readonly noticesSince: () => Instant } {
  let since: Instant | undefined;
  return {
    prepare: async () => {
      const beginnings = database.collection<Beginning>('beginnings');
      const kept = await beginnings.findOneAndUpdate(
        { _id: 'notices' },
        { $setOnInsert: { at: now() } },
        { upsert: true, returnDocument: 'after' },
      );
      since = instant(kept?.at ?? now());
    },
    start: () => undefined,
    stop: () => Promise.resolve(),
    noticesSince: () => {
      if (since === undefined) throw new Error('It is not known yet since when notices are made.');
      return since;
    },
  };
}
