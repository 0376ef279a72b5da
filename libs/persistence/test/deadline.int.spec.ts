import { carryOutWhole, RequestTimeOver, withRequestCost } from '@onewindow/runtime';
import { createReplica, newId, type Database } from '../src/index.ts';
import { wholeJournals } from '../src/segments/read-segments.ts';
import { useDatabase } from '../src/testing/index.ts';
import { byClerk, NOON, permitJournal, REGION, submission } from './permit-journal.ts';

interface Started {
  readonly name: string;
  readonly maxTimeMS: number | undefined;
}

/** The commands that `work` sends, with the time that each may take. */
async function started(database: Database, work: () => Promise<unknown>) {
  const commands: Started[] = [];
  const note = (event: {
    readonly commandName: string;
    readonly command: Readonly<Record<string, unknown>>;
  }) => {
    const { maxTimeMS } = event.command;
    commands.push({ name: event.commandName, maxTimeMS: maxTimeMS as number | undefined });
  };
  const client = database.connection.getClient();
  client.on('commandStarted', note);
  const ended = await work().then(
    () => undefined,
    (error: unknown) => error,
  );
  client.off('commandStarted', note);
  return { commands, ended };
}

const inMs = (milliseconds: number) => new Date(Date.now() + milliseconds);
const HOUR = 3_600_000;
/** Less than a list may ever take. */
const LITTLE = 7_000;
/** As a document says that its first entry was moved; nothing is stored of it. */
const moved = {
  _id: newId(),
  journal: [],
  segments: { last: 0, hash: undefined, state: {}, stateVersion: 1 },
} as unknown as Parameters<typeof wholeJournals>[2][number];
const query = { query: 'ofRegion', equality: { region: REGION } };
const each = { query: 'ofRegion', equality: {}, each: { field: 'region', values: [REGION, 'x'] } };

describe('a read of a request', () => {
  const test = useDatabase();

  async function reads(): Promise<Readonly<Record<string, () => Promise<unknown>>>> {
    const { journal } = await permitJournal(test());
    const replica = createReplica(test().database, 'permitReplica', { indexes: [], queries: {} });
    return {
      'one by its id': () => journal.find(newId(), NOON),
      'some by their ids': () => journal.findMany([newId(), newId()], NOON),
      'a list': () => journal.list({ ...query, first: 1 }, NOON),
      'a list for each parent': () => journal.listEach({ ...each, first: 1 }, NOON),
      'a count': () => journal.count({ ...query, atMost: 9 }),
      'a count for each parent': () => journal.countEach({ ...each, atMost: 9 }),
      histories: () => journal.histories([newId()]),
      'what was moved of a journal': () => wholeJournals(test().database, 'permit', [moved]),
      'rows of a replica': () => replica.findMany([newId()]),
    };
  }

  it('may take what is left of the request’s time, and less where less is left', async () => {
    for (const [what, read] of Object.entries(await reads())) {
      const time = async (left: number) => {
        const { commands, ended } = await started(test().database, () =>
          withRequestCost(read, inMs(left)),
        );
        expect([what, ended, commands.length]).toEqual([what, undefined, 1]);
        return commands[0]?.maxTimeMS ?? NaN;
      };
      const [much, little] = [await time(HOUR), await time(LITTLE)];
      expect(much).toBeLessThanOrEqual(HOUR);
      expect(little).toBeLessThanOrEqual(LITTLE);
      expect(much).toBeGreaterThan(little);
    }
  });

  it('of a list or a count may never take more than eight seconds', async () => {
    const { journal } = await permitJournal(test());
    const count = () => journal.count({ ...query, atMost: 9 });
    const within = [undefined, inMs(HOUR)];
    for (const deadline of within) {
      const { commands } = await started(test().database, () => withRequestCost(count, deadline));
      expect(commands.map(({ maxTimeMS }) => maxTimeMS)).toEqual([8_000]);
    }
  });

  it('is not begun after that time', async () => {
    for (const [what, read] of Object.entries(await reads())) {
      const { commands, ended } = await started(test().database, () =>
        withRequestCost(read, inMs(0)),
      );
      expect([what, commands]).toEqual([what, []]);
      expect(ended).toBeInstanceOf(RequestTimeOver);
    }
  });

  it('has no bound where nobody said one, nor once a change has begun', async () => {
    const { journal } = await permitJournal(test());
    const change = async () => {
      carryOutWhole();
      await journal.create({ id: newId(), command: submission(), meta: byClerk });
      await journal.find(newId(), NOON);
    };
    const { commands, ended } = await started(test().database, () =>
      withRequestCost(change, inMs(0)),
    );
    expect(ended).toBeUndefined();
    expect(commands.map(({ maxTimeMS }) => maxTimeMS)).toEqual(commands.map(() => undefined));
    expect(commands.map(({ name }) => name)).toContain('insert');
    const alone = await started(test().database, () => journal.find(newId(), NOON));
    expect(alone.commands).toEqual([{ name: 'find', maxTimeMS: undefined }]);
  });
});
