import { addMilliseconds } from '@onewindow/kernel';
import { newId } from '../src/index.ts';
import { bytesRead, commandsOf, useDatabase } from '../src/testing/index.ts';
import { byClerk, NOON, note, permitJournal, REGION, submission } from './permit-journal.ts';

const DUE = addMilliseconds(NOON, 60_000);
const CODE = ['state.status', 'state.code'];
const DEAREST = {
  query: 'dearest',
  equality: { 'state.status': 'OPEN', 'state.region': REGION },
  first: 10,
} as const;

describe('a read in parts', () => {
  const test = useDatabase();
  /** Twenty permits of which most is notes. */
  const filled = async () => {
    const made = await permitJournal(test());
    const commands = Array.from({ length: 20 }, () => submission({ dueAt: DUE }));
    const outcomes = await made.journal.createMany(
      commands.map((command) => ({ id: newId(), command, meta: byClerk })),
    );
    const ids = outcomes.map((outcome) => (outcome.ok ? outcome.aggregate.id : ''));
    for (const id of ids) {
      const meta = byClerk;
      await made.journal.handle({ id, command: note('一'.repeat(2_000)), meta });
    }
    await made.outbox.drain();
    return { ...made, ids };
  };

  it('has what was asked for, as the whole has it, and nothing else', async () => {
    const { journal, ids } = await filled();
    const whole = await journal.findMany(ids, NOON);
    const parts = await journal.findMany([...ids, 'none'], NOON, CODE);
    const expected = whole.map((one) => {
      const { status, code } = one?.state ?? {};
      return { ...one, state: { status, code } };
    });
    expect(parts).toEqual([...expected, null]);
  });

  it('reads a tenth of the bytes where a tenth is asked for, by ids, in a list and of each parent', async () => {
    const { journal, ids } = await filled();
    const { database } = test();
    const { equality, ...rest } = DEAREST;
    const each = {
      ...{ ...rest, equality: { 'state.status': equality['state.status'] } },
      each: { field: 'state.region', values: [REGION, newId()] },
    };
    const reads = [
      (parts?: readonly string[]) => journal.findMany(ids, NOON, parts),
      (parts?: readonly string[]) => journal.list({ ...DEAREST, parts }, NOON),
      (parts?: readonly string[]) => journal.listEach({ ...each, parts }, NOON),
    ];
    for (const read of reads) {
      const whole = await bytesRead(database, () => read());
      const some = await bytesRead(database, () => read(CODE));
      expect(some).toBeGreaterThan(0);
      expect(some).toBeLessThan(whole / 10);
    }
  });

  it('of a list has the pages of the whole list, also behind a cursor', async () => {
    const { journal } = await filled();
    const first = await journal.list({ ...DEAREST, parts: CODE }, NOON);
    expect(first.edges.map(({ node }) => Object.keys(node.state).sort())).toEqual(
      first.edges.map(() => ['code', 'fee', 'status']),
    );
    const whole = await journal.list(DEAREST, NOON);
    expect(first.edges.map(({ cursor }) => cursor)).toEqual(
      whole.edges.map(({ cursor }) => cursor),
    );
    const after = first.edges.at(-1)?.cursor ?? '';
    const second = await journal.list({ ...DEAREST, after, parts: CODE }, NOON);
    expect(second).toMatchObject({ hasNextPage: false, hasPreviousPage: true });
    expect(second.edges).toHaveLength(10);
  });

  it('takes a part once that lies in another one', async () => {
    const { journal, ids } = await filled();
    const nested = ['state.fee', 'state.fee.yuan', 'state.status'];
    const [found] = await journal.findMany(ids, NOON, nested);
    expect(found?.state).toEqual({ status: 'OPEN', fee: { yuan: '12.00' } });
  });

  it('is whole where a timer is due, by one command more', async () => {
    const { journal, ids } = await filled();
    const whole = await journal.findMany(ids, DUE);
    expect(whole[0]?.state.status).toBe('LAPSED');
    const commands = await commandsOf(test().database, async () => {
      expect(await journal.findMany(ids, DUE, CODE)).toEqual(whole);
    });
    expect(commands).toEqual(['find', 'find']);
  });

  it('is whole where another version of the program stored it', async () => {
    const { ids, type } = await filled();
    const change = { stateVersion: 2 };
    const next = await permitJournal(test(), { collection: type.collection, change });
    const whole = await next.journal.findMany(ids, NOON);
    const commands = await commandsOf(test().database, async () => {
      expect(await next.journal.findMany(ids, NOON, CODE)).toEqual(whole);
    });
    expect(commands).toEqual(['find', 'find']);
  });
});
