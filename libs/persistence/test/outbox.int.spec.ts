import { newId } from '../src/index.ts';
import { commandsOf, useDatabase } from '../src/testing/index.ts';
import { byClerk, note, NOON, permitJournal, REGION, submission } from './permit-journal.ts';

describe('the outbox', () => {
  const test = useDatabase();

  it('publishes what was committed, in order, as CloudEvents', async () => {
    const { journal, outbox, sent } = await permitJournal(test());
    const id = newId();
    const meta = { ...byClerk, traceparent: '00-trace' };
    await journal.create({ id, command: submission({ department: 'D1' }), meta });
    await journal.handle({ id, command: note('one'), meta: byClerk });
    await outbox.drain();
    const history = await journal.history(id);
    expect(sent.map(({ messageId }) => messageId)).toEqual([`${id}:1:v1`, `${id}:2:v1`]);
    expect(sent[0]).toEqual({
      natsSubject: 'onewindow.permits.permit.submitted.v1.D1',
      messageId: `${id}:1:v1`,
      envelope: {
        specversion: '1.0',
        id: history[0]?.id,
        source: '/onewindow/permits',
        type: 'onewindow.permits.permit.submitted.v1',
        subject: id,
        time: NOON,
        datacontenttype: 'application/json',
        data: { status: 'OPEN', notes: [] },
        aggregateversion: 1,
        region: REGION,
        department: 'D1',
        actor: 'clerk',
        traceparent: '00-trace',
      },
    });
  });

  it('notes what was acknowledged', async () => {
    const { journal, outbox, documents } = await permitJournal(test());
    const id = newId();
    await journal.create({ id, command: submission(), meta: byClerk });
    await outbox.drain();
    const document = await documents.findOne({ _id: id }).lean();
    expect(document).toMatchObject({ published: 1, publishedAt: expect.any(Date) as Date });
    expect(document).not.toHaveProperty('pendingSince');
  });

  it('counts an entry without a contract event as published, with no second write', async () => {
    const { journal, outbox, documents, sent } = await permitJournal(test());
    const id = newId();
    await journal.create({ id, command: submission(), meta: byClerk });
    await outbox.drain();
    await journal.handle({ id, command: { type: 'GiveNumber', number: 1 }, meta: byClerk });
    const document = await documents.findOne({ _id: id }).lean();
    expect(document).toMatchObject({ version: 2, published: 2 });
    expect(document).not.toHaveProperty('pendingSince');
    expect(sent).toHaveLength(1);
  });

  it('keeps what the broker did not take and sweeps it later', async () => {
    const { journal, outbox, documents, sent, wishes } = await permitJournal(test());
    const id = newId();
    wishes.away = true;
    await journal.create({ id, command: submission(), meta: byClerk });
    await journal.handle({ id, command: note('one'), meta: byClerk });
    await outbox.drain();
    expect(sent).toEqual([]);
    await expect(outbox.sweep()).rejects.toThrow('away');
    wishes.away = false;
    await outbox.sweep();
    expect(sent.map(({ messageId }) => messageId)).toEqual([`${id}:1:v1`, `${id}:2:v1`]);
    const document = await documents.findOne({ _id: id }).lean();
    expect(document).toMatchObject({ published: 2 });
    expect(document).not.toHaveProperty('pendingSince');
  });

  it('publishes with the next command what a dead process left behind', async () => {
    const { journal, outbox, sent, wishes } = await permitJournal(test());
    const id = newId();
    wishes.away = true;
    await journal.create({ id, command: submission(), meta: byClerk });
    await outbox.drain();
    wishes.away = false;
    await journal.handle({ id, command: note('one'), meta: byClerk });
    await outbox.drain();
    expect(sent.map(({ messageId }) => messageId)).toEqual([`${id}:1:v1`, `${id}:2:v1`]);
  });

  it('lets one that is refused wait, and holds up nobody', async () => {
    const { journal, outbox, documents, sent, wishes } = await permitJournal(test());
    const [bad, good] = [newId(), newId()];
    wishes.away = true;
    for (const id of [bad, good]) {
      await journal.create({ id, command: submission(), meta: byClerk });
    }
    await outbox.drain();
    wishes.away = false;
    wishes.refuse = ({ envelope }) => envelope.subject === bad;
    await outbox.sweep();
    expect(sent.map(({ envelope }) => envelope.subject)).toEqual([good]);
    const waiting = await documents.findOne({ _id: bad }).lean();
    expect(waiting?.sweepAfter?.getTime()).toBeGreaterThanOrEqual(
      waiting?.pendingSince?.getTime() ?? Infinity,
    );
  });

  it.each(['away', 'leaderless'] as const)(
    'publishes again by itself, before any sweep, what a broker that is %s did not take',
    async (state) => {
      const noSweep = { sweepEveryMs: 3_600_000 };
      const { journal, outbox, documents, sent, wishes } = await permitJournal(test(), noSweep);
      outbox.start();
      const id = newId();
      wishes[state] = true;
      await journal.create({ id, command: submission(), meta: byClerk });
      await outbox.drain();
      await journal.handle({ id, command: note('one'), meta: byClerk });
      await outbox.drain();
      expect(sent).toEqual([]);
      wishes[state] = false;
      while (sent.length < 2) await new Promise((go) => setTimeout(go, 20));
      await outbox.stop();
      expect(sent.map(({ messageId }) => messageId)).toEqual([`${id}:1:v1`, `${id}:2:v1`]);
      const document = await documents.findOne({ _id: id }).lean();
      expect(document).toMatchObject({ published: 2 });
      expect(document).not.toHaveProperty('pendingSince');
    },
  );

  it('lets nothing wait longer because the stream had no leader', async () => {
    const { journal, outbox, documents, wishes } = await permitJournal(test());
    const id = newId();
    wishes.leaderless = true;
    await journal.create({ id, command: submission(), meta: byClerk });
    await outbox.drain();
    await expect(outbox.sweep()).rejects.toThrow('503');
    await expect(outbox.sweep()).rejects.toThrow('503');
    expect(await documents.findOne({ _id: id }).lean()).not.toHaveProperty('sweepAfter');
  });

  it('leaves to the sweep what waits for another try when it stops', async () => {
    const { journal, outbox, sent, wishes } = await permitJournal(test());
    outbox.start();
    wishes.leaderless = true;
    await journal.create({ id: newId(), command: submission(), meta: byClerk });
    await outbox.drain();
    await outbox.stop();
    wishes.leaderless = false;
    await outbox.drain();
    expect(sent).toEqual([]);
    await outbox.sweep();
    expect(sent).toHaveLength(1);
  });

  it('refuses to write an entry whose event breaks its contract', async () => {
    const { journal } = await permitJournal(test());
    const id = newId();
    await journal.create({ id, command: submission(), meta: byClerk });
    const broken = { type: 'AddNote', text: 7 as unknown as string } as const;
    await expect(journal.handle({ id, command: broken, meta: byClerk })).rejects.toThrow(
      'breaks its contract',
    );
    expect(await journal.find(id, NOON)).toMatchObject({ version: 1 });
  });

  it('refuses to write an entry whose event is heavier than 512 KB', async () => {
    const { journal } = await permitJournal(test());
    const id = newId();
    await journal.create({ id, command: submission(), meta: byClerk });
    const heavy = note('重'.repeat(180_000));
    await expect(journal.handle({ id, command: heavy, meta: byClerk })).rejects.toThrow('weigh');
    expect(await journal.find(id, NOON)).toMatchObject({ version: 1 });
  });

  it('goes on with commands when a contract has become stricter than what is pending', async () => {
    const old = await permitJournal(test());
    const id = newId();
    old.wishes.away = true;
    await old.journal.create({ id, command: submission({ code: 'old' }), meta: byClerk });
    await old.outbox.drain();
    const next = await permitJournal(test(), {
      collection: old.type.collection,
      change: {
        publish: (entry, state, own) => {
          if (entry.event.type === 'PermitSubmitted') throw new Error('stricter');
          return old.type.publish?.(entry, state, own);
        },
      },
    });
    const outcome = await next.journal.handle({ id, command: note('x'), meta: byClerk });
    expect(outcome).toMatchObject({ ok: true });
    await next.outbox.sweep();
    expect(next.sent).toEqual([]);
    old.wishes.away = false;
    await old.documents.updateOne({ _id: id }, { $unset: { sweepAfter: 1 } });
    await old.outbox.sweep();
    expect(old.sent.map(({ messageId }) => messageId)).toEqual([`${id}:1:v1`, `${id}:2:v1`]);
  });

  it('sweeps by itself from start to stop, what another process left too', async () => {
    const dead = await permitJournal(test());
    dead.wishes.away = true;
    const id = newId();
    await dead.journal.create({ id, command: submission(), meta: byClerk });
    await dead.outbox.drain();
    const alive = await permitJournal(test(), { collection: dead.type.collection });
    alive.outbox.start();
    while (alive.sent.length === 0) await new Promise((go) => setTimeout(go, 20));
    await alive.outbox.stop();
    expect(alive.sent.map(({ messageId }) => messageId)).toEqual([`${id}:1:v1`]);
  });

  it('keeps one document whole under commands and publications at the same time', async () => {
    const { journal, outbox, documents, sent } = await permitJournal(test());
    const id = newId();
    await journal.create({ id, command: submission(), meta: byClerk });
    for (let round = 0; round < 10; round++) {
      await journal.handle({ id, command: note('x'), meta: byClerk });
    }
    await outbox.drain();
    await outbox.sweep();
    const seqs = sent.map(({ envelope }) => envelope.aggregateversion);
    expect([...new Set(seqs)].sort((one, other) => one - other)).toEqual(
      Array.from({ length: 11 }, (_, index) => index + 1),
    );
    const document = await documents.findOne({ _id: id }).lean();
    expect(document).toMatchObject({ version: 11, published: 11 });
    expect(document).not.toHaveProperty('pendingSince');
  });

  it('notes what many committed together by one command', async () => {
    const { journal, outbox, documents, wishes } = await permitJournal(test());
    wishes.away = true;
    const ids = [newId(), newId(), newId()];
    for (const id of ids) await journal.create({ id, command: submission(), meta: byClerk });
    await journal.handle({ id: ids[0] ?? '', command: note('one'), meta: byClerk });
    await outbox.drain();
    wishes.away = false;
    const commands = await commandsOf(test().database, () => outbox.sweep());
    expect(commands).toEqual(['find', 'update']);
    const left = await documents.find({ pendingSince: { $exists: true } }).lean();
    expect(left).toEqual([]);
    const noted = await documents.find().sort({ version: 1 }).lean();
    expect(noted.map(({ published }) => published)).toEqual([1, 1, 2]);
  });

  it('leaves pending what another write has added meanwhile, and notes what was published', async () => {
    const { documents, ...permits } = await permitJournal(test());
    const [changed, other] = [newId(), newId()];
    permits.wishes.away = true;
    for (const id of [changed, other])
      await permits.journal.create({ id, command: submission(), meta: byClerk });
    await permits.outbox.drain();
    // A process that publishes both, while another one writes to the first of them.
    const publishing = await permitJournal(test(), {
      collection: permits.type.collection,
      failPoints: async (point) => {
        if (point === 'after-acknowledgement')
          await permits.journal.handle({ id: changed, command: note('new'), meta: byClerk });
      },
    });
    await publishing.outbox.sweep();
    await permits.outbox.drain();
    expect(await documents.findOne({ _id: other }).lean()).not.toHaveProperty('pendingSince');
    expect(await documents.findOne({ _id: changed }).lean()).toMatchObject({
      version: 2,
      published: 1,
      pendingSince: expect.any(Date) as Date,
    });
  });
});
