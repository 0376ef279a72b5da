import { addMilliseconds } from '@onewindow/kernel';
import { idFromCommand, idFromEvent, newId } from '../src/index.ts';
import { useDatabase } from '../src/testing/index.ts';
import { byClerk, NOON, note, permitJournal, submission } from './permit-journal.ts';

describe('a command with an id', () => {
  const test = useDatabase();
  const meta = { ...byClerk, commandId: 'c1', mutation: 'addNote', args: { text: 'x' } };
  const there = async () => {
    const made = await permitJournal(test());
    const id = newId();
    await made.journal.create({ id, command: submission(), meta: byClerk });
    return { ...made, id };
  };

  it('that is repeated answers with the aggregate as it is now and changes nothing', async () => {
    const { journal, id } = await there();
    await journal.handle({ id, command: note('x'), meta });
    await journal.handle({ id, command: note('y'), meta: byClerk });
    const outcome = await journal.handle({ id, command: note('x'), meta });
    expect(outcome).toMatchObject({
      ok: true,
      repeated: true,
      events: [],
      aggregate: { version: 3, state: { notes: ['x', 'y'] } },
    });
    expect(await journal.find(id, NOON)).toMatchObject({ version: 3 });
  });

  it('that is repeated behind a stale version is still a repetition', async () => {
    const { journal, id } = await there();
    const request = { id, command: note('x'), meta: { ...meta, expectedVersion: 1 } };
    await journal.handle(request);
    expect(await journal.handle(request)).toMatchObject({ ok: true, repeated: true });
  });

  it.each([
    ['arguments', { args: { text: 'z' } }],
    ['mutation', { mutation: 'closePermit' }],
  ])('that comes again with another %s is a misuse', async (_what, change) => {
    const { journal, id } = await there();
    await journal.handle({ id, command: note('x'), meta });
    const outcome = await journal.handle({ id, command: note('z'), meta: { ...meta, ...change } });
    expect(outcome).toEqual({
      ok: false,
      rejection: { code: 'IdempotencyMismatch', commandId: 'c1' },
    });
  });

  it('means nothing to another actor', async () => {
    const { journal, id } = await there();
    await journal.handle({ id, command: note('x'), meta });
    const outcome = await journal.handle({
      id,
      command: note('y'),
      meta: { ...meta, actor: 'chief' },
    });
    expect(outcome).toMatchObject({ ok: true, repeated: false });
  });

  it('is decided afresh when it was refused', async () => {
    const { journal } = await permitJournal(test());
    const id = newId();
    const before = await journal.handle({ id, command: note('x'), meta });
    await journal.create({ id, command: submission(), meta: byClerk });
    const after = await journal.handle({ id, command: note('x'), meta });
    expect([before.ok, after.ok]).toEqual([false, true]);
  });

  it('takes effect once, however many send it at once', async () => {
    const { journal, id } = await there();
    const send = () => journal.handle({ id, command: note('x'), meta });
    const outcomes = await Promise.all(Array.from({ length: 4 }, send));
    expect(outcomes.every(({ ok }) => ok)).toBe(true);
    expect(await journal.find(id, NOON)).toMatchObject({ version: 2, state: { notes: ['x'] } });
  });

  it('leaves only an HMAC of its arguments', async () => {
    const { journal, documents, id } = await there();
    await journal.handle({
      id,
      command: note('x'),
      meta: { ...meta, args: { phone: '13800000000' } },
    });
    const document = await documents.findOne({ _id: id }).lean();
    expect(document?.journal[1]?.argsHash).toMatch(/^[0-9a-f]{64}$/);
    expect(JSON.stringify(document)).not.toContain('13800000000');
  });
});

describe('a creation', () => {
  const test = useDatabase();
  const meta = { ...byClerk, commandId: 'c1', args: { code: 'A' } };

  it('that is repeated answers with what it made', async () => {
    const { journal } = await permitJournal(test());
    const request = {
      id: idFromCommand('submitPermit', 'clerk', 'c1'),
      command: submission({ code: 'A' }),
      meta,
    };
    await journal.create(request);
    await journal.handle({ id: request.id, command: note('x'), meta: byClerk });
    expect(await journal.create(request)).toMatchObject({
      ok: true,
      repeated: true,
      aggregate: { version: 2 },
    });
  });

  it('that is repeated with other arguments is a misuse', async () => {
    const { journal } = await permitJournal(test());
    const request = { id: newId(), command: submission(), meta };
    await journal.create(request);
    const outcome = await journal.create({ ...request, meta: { ...meta, args: { code: 'B' } } });
    expect(outcome).toMatchObject({ ok: false, rejection: { code: 'IdempotencyMismatch' } });
  });

  it('of an id that is taken already exists', async () => {
    const { journal } = await permitJournal(test());
    const id = newId();
    await journal.create({ id, command: submission(), meta: byClerk });
    const outcome = await journal.create({ id, command: submission(), meta: byClerk });
    expect(outcome).toEqual({ ok: false, rejection: { code: 'AlreadyExists', fact: '_id' } });
  });

  it('from an event is a repetition whenever its id is there', async () => {
    const { journal } = await permitJournal(test());
    const request = {
      id: idFromEvent(newId(), 'permit'),
      command: submission(),
      meta: byClerk,
      fromEvent: true,
    };
    await journal.create(request);
    expect(await journal.create(request)).toMatchObject({ ok: true, repeated: true });
  });

  it('that is repeated late is a repetition although it would be refused now', async () => {
    const { journal } = await permitJournal(test());
    const request = { id: newId(), command: submission(), meta };
    await journal.create(request);
    const refusedNow = { ...request, command: note('not a submission') };
    expect(await journal.create(refusedNow)).toMatchObject({ ok: true, repeated: true });
  });
});

describe('a version on a screen', () => {
  const test = useDatabase();

  it('that is stale is a conflict at once', async () => {
    const { journal } = await permitJournal(test());
    const id = newId();
    await journal.create({ id, command: submission(), meta: byClerk });
    await journal.handle({ id, command: note('x'), meta: byClerk });
    const outcome = await journal.handle({
      id,
      command: note('y'),
      meta: { ...byClerk, expectedVersion: 1 },
    });
    expect(outcome).toEqual({
      ok: false,
      rejection: { code: 'Conflict', expectedVersion: 1, actualVersion: 2 },
    });
  });

  it('is compared before what was due elapses', async () => {
    const { journal } = await permitJournal(test());
    const id = newId();
    const dueAt = addMilliseconds(NOON, 1_000);
    await journal.create({ id, command: submission({ dueAt }), meta: byClerk });
    const outcome = await journal.handle({
      id,
      command: note('x'),
      meta: { actor: 'clerk', at: addMilliseconds(NOON, 2_000), expectedVersion: 1 },
    });
    expect(outcome).toMatchObject({ ok: false, rejection: { code: 'NotPermittedInStatus' } });
  });
});
