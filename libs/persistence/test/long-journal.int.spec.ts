import { newId } from '../src/index.ts';
import { entriesToMove } from '../src/segments/move-oldest.ts';
import { SEGMENT_SIZES } from '../src/segments/segment-sizes.ts';
import { useDatabase } from '../src/testing/index.ts';
import { byClerk, permitJournal, submission } from './permit-journal.ts';

const test = useDatabase();

it('entries move from 500 on', () => {
  const journal = (length: number) => Array.from({ length }, (_, n) => ({ seq: n + 1 }) as never);
  const moved = (length: number, published = length) =>
    entriesToMove({ journal: journal(length), published }, SEGMENT_SIZES).length;
  expect([moved(499), moved(500), moved(700), moved(999, 10), moved(1_000, 10)]).toEqual([
    0, 400, 400, 10, 400,
  ]);
});

it('an aggregate of more than 1,500 commands has a short document and a whole history', async () => {
  const made = await permitJournal(test(), { segments: { from: 100, keep: 20 } });
  const id = newId();
  await made.journal.create({ id, command: submission(), meta: byClerk });
  const COMMANDS = 1_550;
  let most = 0;
  for (let n = 1; n <= COMMANDS; n++) {
    const command = { type: 'GiveNumber', number: n } as const;
    const meta = { ...byClerk, commandId: String(n) };
    expect(await made.journal.handle({ id, command, meta })).toMatchObject({ ok: true });
    if (n % 50 !== 0) continue;
    await made.outbox.drain();
    await made.outbox.sweep();
    await made.segments.sweep();
    const document = await made.documents.findOne({ _id: id }).lean();
    most = Math.max(most, document?.journal.length ?? 0);
  }
  expect(most).toBeLessThan(100);
  const document = await made.documents.findOne({ _id: id }).lean();
  expect(document).toMatchObject({ version: COMMANDS + 1, segments: { last: 1_520 } });
  expect(await made.journal.verify(id)).toEqual({ ok: true, entries: COMMANDS + 1 });
  const again = { id, command: { type: 'Close' }, meta: { ...byClerk, commandId: '3' } } as const;
  expect(await made.journal.handle(again)).toMatchObject({ ok: true, repeated: true });
  expect(await made.journal.history(id)).toHaveLength(COMMANDS + 1);
}, 300_000);
