import { connectDatabase, createNumberSeries, newId } from '../src/index.ts';
import { commandsOf, useDatabase } from '../src/testing/index.ts';
import { permitType } from './permit.ts';
import { byClerk, NOON, permitJournal, REGION, submission } from './permit-journal.ts';

const change = {
  indexes: [
    ...permitType.indexes.filter(({ fact }) => fact !== 'permitCode'),
    { fields: { 'state.code': 1 }, unique: true, fact: 'permitNumber' },
    { fields: { 'state.region': 1, 'state.code': -1, _id: -1 } },
    { fields: { 'state.fee.yuan': 1 }, unique: true, sparse: true, fact: 'fee' },
  ],
  queries: { highest: { equality: ['state.region'], sort: { 'state.code': -1, _id: -1 } } },
} as const;
const codeOf = (number: number) => number.toString().padStart(4, '0');
const upTo = (highest: number) => Array.from({ length: highest }, (_, index) => codeOf(index + 1));

describe('the numbers of a series', () => {
  const test = useDatabase();

  const outboxes: { drain(): Promise<unknown> }[] = [];

  /** A process of its own on the same collection; `fee` is a second unique fact. */
  const aProcess = async (collection: string, database = test().database) => {
    const { journal, outbox } = await permitJournal(
      { ...test(), database },
      { change, collection },
    );
    outboxes.push(outbox);
    const numbers = createNumberSeries(journal, {
      query: 'highest',
      fact: 'permitNumber',
      numberOf: ({ code }) => Number(code),
    });
    return (yuan: string, id = newId(), more: { readonly commandId?: string } = {}) =>
      numbers.give({ series: { 'state.region': REGION }, at: NOON }, (number) =>
        journal.create({
          id,
          meta: { ...byClerk, ...more },
          command: submission({ code: codeOf(number), fee: { yuan } }),
        }),
      );
  };
  const codesOf = async (outcomes: readonly Promise<Awaited<ReturnType<Submit>>>[]) =>
    (await Promise.all(outcomes))
      .map((outcome) => (outcome.ok ? outcome.aggregate.state.code : outcome.rejection.code))
      .sort();
  type Submit = Awaited<ReturnType<typeof aProcess>>;

  it('are asked for once and written once each, when 32 come at once', async () => {
    const submit = await aProcess(newId());
    let codes: readonly string[] = [];
    const commands = await commandsOf(test().database, async () => {
      codes = await codesOf(Array.from({ length: 32 }, (_, at) => submit(at.toString())));
    });
    expect(codes).toEqual(upTo(32));
    expect(commands.filter((name) => name === 'insert')).toHaveLength(32);
    expect(commands.filter((name) => name === 'find')).toHaveLength(1);
  });

  it('have no gap and no double where two processes give them, and no storm: who is late in one is late once for a number', async () => {
    const { uri, name, database } = test();
    const own = await connectDatabase({ uri, database: name, tellsCommands: true });
    const collection = newId();
    const processes = [await aProcess(collection), await aProcess(collection, own)];
    let codes: readonly string[] = [];
    const write = () =>
      codesOf(
        Array.from({ length: 64 }, (_, at) => {
          const submit = processes[at % 2] as Submit;
          return submit(at.toString(), newId(), { commandId: at.toString() });
        }),
      );
    const ofOther: string[] = [];
    const ofOne = await commandsOf(database, async () => {
      ofOther.push(
        ...(await commandsOf(own, async () => {
          codes = await write();
        })),
      );
    });
    for (const outbox of outboxes) await outbox.drain();
    await own.close();
    expect(codes).toEqual(upTo(64));
    const sent = [...ofOne, ...ofOther];
    const inserts = sent.filter((command) => command === 'insert').length;
    const finds = sent.filter((command) => command === 'find').length;
    expect(inserts).toBeGreaterThanOrEqual(64);
    // Each number is lost by the one process that did not get it, at most once.
    expect(inserts).toBeLessThanOrEqual(2 * 64);
    // Each process asks for the highest when it begins; who is late looks whether it is a repetition, and asks again.
    expect(finds).toBeLessThanOrEqual(2 + 2 * (inserts - 64));
    expect((inserts + finds) / 64).toBeLessThanOrEqual(6);
  });

  it('are not used up by who is refused or repeats', async () => {
    const submit = await aProcess(newId());
    const id = newId();
    const codes = await codesOf([
      submit('1.00', id, { commandId: 'one' }),
      submit('1.00'),
      submit('1.00', id, { commandId: 'one' }),
      submit('2.00'),
    ]);
    expect(codes).toEqual(['0001', '0001', '0002', 'AlreadyExists']);
    expect(await submit('3.00')).toMatchObject({ aggregate: { state: { code: '0003' } } });
  });

  it('go on after a write that threw', async () => {
    const { journal } = await permitJournal(test(), { change });
    const numbers = createNumberSeries(journal, {
      query: 'highest',
      fact: 'permitNumber',
      numberOf: ({ code }) => Number(code),
    });
    const series = { series: { 'state.region': REGION }, at: NOON };
    const away = numbers.give(series, () => Promise.reject(new Error('away')));
    const next = numbers.give(series, (number) =>
      journal.create({
        id: newId(),
        meta: byClerk,
        command: submission({ code: codeOf(number) }),
      }),
    );
    await expect(away).rejects.toThrow('away');
    expect(await next).toMatchObject({ aggregate: { state: { code: '0001' } } });
  });
});
