import { verifyAccesses } from './verify-accesses.ts';
import { beginningOf, type AskedCollection, type VerifyStep } from './verify-step.ts';

/** Walks the chains of every day's accesses, a day a step; of the newest only the last day. */
export async function* verifyAccessDays(asked: AskedCollection): AsyncIterable<VerifyStep> {
  const { program, collection, db, options } = asked;
  const beginning = beginningOf(asked);
  if (beginning === undefined) return;
  const rows = db.collection<{ readonly _id: string; readonly day: string }>(collection);
  let after = beginning.after ?? '';
  if (options.newest !== undefined) {
    const last = await rows.findOne({}, { sort: { day: -1 }, projection: { day: 1 } });
    if (last === null) return;
    after = dayBefore(last.day);
  }
  for (;;) {
    // By the index that begins with the day.
    const next = await rows.findOne(
      { day: { $gt: after } },
      { sort: { day: 1 }, projection: { day: 1 } },
    );
    if (next === null) {
      yield { program, collection, looked: 0, found: [] };
      return;
    }
    const { day } = next;
    const verified = await verifyAccesses({ collection: (name) => db.collection(name) }, day);
    const found = verified.ok
      ? []
      : [
          {
            ...{ level: 'broken' as const, program, collection, id: day },
            what: `row ${String(verified.seq)} of chain ${verified.chain} is not what was written, or is missing`,
          },
        ];
    yield {
      program,
      collection,
      after: day,
      looked: verified.ok ? verified.rows : verified.seq,
      found,
    };
    after = day;
  }
}

/** Days are text in order: what comes before this one and after all earlier ones. */
const dayBefore = (day: string) => {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() - 1);
  return date.toISOString().slice(0, 10);
};
