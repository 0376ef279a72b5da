import {
  accessIndexes,
  createIndexes,
  createPersonalDataVault,
  dayOf,
  newId,
  type VaultKey,
} from '../src/index.ts';
import { useDatabase } from '../src/testing/index.ts';
import { byClerk, NOON, permitJournal, submission } from './permit-journal.ts';

const OLD: VaultKey = { id: 'k1', secret: 'an old secret for tests, long enough' };
const NEW: VaultKey = { id: 'k2', secret: 'a new secret for tests, long enough too' };
const reason = { viewer: 'clerk', purpose: 'handling', traceId: 't1' };
const fields = { name: '林晓', phone: ' 13800000000 ' };

describe('the vault', () => {
  const test = useDatabase();
  const vaultOf = async (keys: readonly [VaultKey] | readonly [VaultKey, VaultKey] = [NEW]) => {
    const { database } = test();
    await createIndexes(database, [accessIndexes]);
    return createPersonalDataVault({
      database,
      keys,
      indexSecret: 'an index secret for tests, long enough',
      processId: 'process',
      clock: { now: () => NOON },
    });
  };
  const sealed = { kind: 'permit', id: 'p1', fields, indexed: ['phone'] };
  const rows = () => test().database.collection('accesses');
  beforeEach(async () => {
    await rows().deleteMany({});
  });

  it('opens what it sealed, and only that', async () => {
    const vault = await vaultOf();
    const { personal } = vault.seal(sealed);
    expect(JSON.stringify(personal)).not.toContain('林晓');
    expect(await vault.open('permit', [{ id: 'p1', personal }, { id: 'p2' }], reason)).toEqual([
      fields,
      null,
    ]);
  });

  it('does not open the data of one as those of another', async () => {
    const vault = await vaultOf();
    const { personal } = vault.seal(sealed);
    await expect(vault.open('permit', [{ id: 'p2', personal }], reason)).rejects.toThrow();
    await expect(vault.open('case', [{ id: 'p1', personal }], reason)).rejects.toThrow();
  });

  it('notes every person read by one insert before it answers', async () => {
    const vault = await vaultOf();
    const people = ['p1', 'p2'].map((id) => ({ id, ...vault.seal({ ...sealed, id }) }));
    await vault.open('permit', [...people, { id: 'p3' }], reason);
    expect(await rows().find().sort({ seq: 1 }).toArray()).toMatchObject([
      { seq: 1, viewer: 'clerk', purpose: 'handling', traceId: 't1', kind: 'permit', whose: 'p1' },
      { seq: 2, whose: 'p2', at: new Date(NOON) },
    ]);
  });

  it('notes nothing when nobody is read', async () => {
    const vault = await vaultOf();
    await vault.open('permit', [{ id: 'p3' }], reason);
    expect(await rows().countDocuments()).toBe(0);
  });

  it('chains accesses, also those at the same time, and names the first bad one', async () => {
    const vault = await vaultOf();
    const { personal } = vault.seal(sealed);
    const open = () => vault.open('permit', [{ id: 'p1', personal }], reason);
    await Promise.all([open(), open(), open()]);
    expect(await vault.verifyAccesses(dayOf(NOON))).toEqual({ ok: true, rows: 3 });
    await rows().updateOne({ seq: 2 }, { $set: { viewer: 'nobody' } });
    expect(await vault.verifyAccesses(dayOf(NOON))).toMatchObject({ ok: false, seq: 2 });
    await rows().deleteOne({ seq: 2 });
    expect(await vault.verifyAccesses(dayOf(NOON))).toMatchObject({ ok: false, seq: 2 });
  });

  it('reads with two keys and writes with the first', async () => {
    const before = (await vaultOf([OLD])).seal(sealed);
    const vault = await vaultOf([NEW, OLD]);
    expect(vault.seal(sealed).personal.keyId).toBe('k2');
    const [read] = await vault.open('permit', [{ id: 'p1', ...before }], reason);
    expect(read).toEqual(fields);
  });

  it('gives no data away without the key', async () => {
    const before = (await vaultOf([OLD])).seal(sealed);
    const vault = await vaultOf([NEW]);
    await expect(vault.open('permit', [{ id: 'p1', ...before }], reason)).rejects.toThrow('k1');
  });

  it('indexes a value whatever its case and the blanks around it', async () => {
    const vault = await vaultOf();
    expect(vault.blindIndex(' 13800000000')).toBe(vault.seal(sealed).personal.index['phone']);
    expect(vault.blindIndex('99x')).toBe(vault.blindIndex('99X '));
    expect(vault.blindIndex('99x')).not.toBe(vault.blindIndex('98x'));
  });

  it('digests the same fields differently each time', async () => {
    const vault = await vaultOf();
    expect(vault.seal(sealed).digest).not.toBe(vault.seal(sealed).digest);
  });

  it('takes no short secret', async () => {
    await expect(vaultOf([{ id: 'k', secret: 'short' }])).rejects.toThrow('32');
  });

  it('lets an owner be found, and forgotten with an entry that says so', async () => {
    const vault = await vaultOf();
    const { journal, documents } = await permitJournal(test());
    const id = newId();
    const { personal } = vault.seal({ ...sealed, id });
    await journal.create({ id, command: submission(), meta: byClerk, personal });
    const equality = { 'personal.index.phone': vault.blindIndex('13800000000') };
    expect(await journal.findBy('byPhone', equality, NOON)).toMatchObject({ id, personal });
    await journal.handle({
      id,
      command: { type: 'EraseOwner' },
      meta: byClerk,
      personal: null,
    });
    expect(await journal.findBy('byPhone', equality, NOON)).toBeNull();
    expect(await documents.findOne({ _id: id }).lean()).not.toHaveProperty('personal');
    expect(await journal.verify(id)).toEqual({ ok: true, entries: 2 });
  });

  it('keeps personal data when the command is refused', async () => {
    const vault = await vaultOf();
    const { journal } = await permitJournal(test());
    const id = newId();
    const { personal } = vault.seal({ ...sealed, id });
    await journal.create({ id, command: submission(), meta: byClerk, personal });
    await journal.handle({ id, command: { type: 'Close' }, meta: byClerk });
    const again = { id, command: { type: 'EraseOwner' }, meta: byClerk, personal: null } as const;
    expect(await journal.handle(again)).toMatchObject({ ok: false });
    expect(await journal.find(id, NOON)).toMatchObject({ personal });
  });
});
