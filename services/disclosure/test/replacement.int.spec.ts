import {
  certificateIssued,
  disclosureEntryPublished,
  type EventEnvelope,
} from '@onewindow/contracts';
import { newId } from '@onewindow/persistence';
import { useDatabase } from '@onewindow/persistence/testing';
import { onCertificateIssued } from '../src/case/on-certificate-issued.ts';
import type { EntryCommand } from '../src/entry/domain/entry-commands.ts';
import { entrySnapshotOf } from '../src/entry/entry-snapshot.ts';
import { entryKind } from '../src/entry/entry.kind.ts';
import { onEntryPublished } from '../src/entry/on-entry-published.ts';
import type { ItemFact } from '../src/item/domain/item-fact.ts';
import { aCertificate, anEvent, item } from './a-neighbour.ts';
import { at, commands, ids } from './an-entry.ts';
import { clock, entriesIn } from './entries-in.ts';

const test = useDatabase();
const byTest = { actor: 'test', at };

/** A draft that has gone all the way to the public. */
async function published(
  { entries }: Awaited<ReturnType<typeof entriesIn>>,
  replaces: string | null,
): Promise<string> {
  const id = newId();
  await entries.create({ id, command: { ...commands.DraftEntry, replaces }, meta: byTest });
  const { SubmitEntry, ApproveEntry, PublishEntry } = commands;
  for (const command of [SubmitEntry, ApproveEntry, PublishEntry] as EntryCommand[]) {
    const outcome = await entries.handle({ id, command, meta: byTest });
    if (!outcome.ok) throw new Error(outcome.rejection.code);
  }
  return id;
}

describe('an entry that was written in the place of another', () => {
  async function both() {
    const made = await entriesIn(test().database);
    const old = await published(made, null);
    const next = await published(made, old);
    const found = await made.entries.find(next, at);
    const snapshot = found && entrySnapshotOf(entryKind.toView(found));
    if (!snapshot) throw new Error('The successor is not public.');
    const event = anEvent(disclosureEntryPublished, { happened: { replaces: old }, snapshot }, 4);
    const { handle } = onEntryPublished({ entries: made.entries, clock });
    const stateOf = async () => (await made.entries.find(old, at))?.state;
    const comes = (again: EventEnvelope = event) => handle(again);
    return { ...made, old, next, event, comes, stateOf };
  }

  it('takes it once, however often that is told', async () => {
    const { comes, stateOf, next, old, entries, outbox } = await both();
    await comes();
    await comes();
    expect(await stateOf()).toMatchObject({ status: 'REPLACED', successor: { id: next } });
    const replaced = (await entries.history(old)).filter(({ type }) => type === 'EntryReplaced');
    expect(replaced).toHaveLength(1);
    await outbox.drain();
  });

  it('takes no place that was taken back meanwhile', async () => {
    const { comes, stateOf, old, entries, outbox } = await both();
    await entries.handle({ id: old, command: commands.WithdrawEntry, meta: byTest });
    await comes();
    expect(await stateOf()).toMatchObject({ status: 'WITHDRAWN' });
    await outbox.drain();
  });

  it('is tried again where the other is not there', async () => {
    const { comes, event, outbox } = await both();
    const { snapshot } = disclosureEntryPublished.schema.parse(event.data);
    const lost = { happened: { replaces: newId() }, snapshot };
    await expect(comes(anEvent(disclosureEntryPublished, lost, 4))).rejects.toThrow('NotFound');
    await outbox.drain();
  });

  it('is the only open one: a second is refused until the first has ended', async () => {
    const made = await entriesIn(test().database);
    const old = await published(made, null);
    const draft = async () => {
      const id = newId();
      const command = { ...commands.DraftEntry, replaces: old };
      return { id, outcome: await made.entries.create({ id, command, meta: byTest }) };
    };
    const first = await draft();
    expect((await draft()).outcome).toMatchObject({
      rejection: { code: 'AlreadyExists', fact: 'successor' },
    });
    await made.entries.handle({ id: first.id, command: commands.WithdrawEntry, meta: byTest });
    expect((await draft()).outcome.ok).toBe(true);
    await made.outbox.drain();
  });
});

describe('a certificate', () => {
  async function issued(kind: ItemFact['kind'], certificateNumber: string) {
    const { entries, items, outbox } = await entriesIn(test().database);
    await items.put({
      _id: item.id,
      sourceVersion: 1,
      fact: { ...item, kind },
      eventId: newId(),
      at,
    });
    await onCertificateIssued({ entries, items }).handle(aCertificate({ certificateNumber }));
    const ofCase = { 'state.origin.caseId': ids.case, 'state.status': 'PUBLISHED_AFTER' };
    const { edges } = await entries.list(
      { query: 'ofCase', equality: ofCase, first: 10 },
      clock.now(),
    );
    await outbox.drain();
    return edges.map(({ node }) => JSON.stringify(node.state));
  }

  it('of a licence is told, without a number that is its holder’s ID number', async () => {
    const [told] = await issued('ADMIN_LICENCE', 'JY14501020000001');
    expect(told).toContain('证照编号：JY14501020000001');
    const [driver] = await issued('ADMIN_LICENCE', '990000199001010010');
    expect(driver).toContain('发放日期');
    expect(driver).not.toContain('19900101');
  });

  it('of a marriage, a relief or any other matter of its applicant’s is told to nobody', async () => {
    expect(await issued('REGISTRATION', 'J450102-2026-000001')).toEqual([]);
    expect(await issued('PUBLIC_SERVICE', 'DB-7')).toEqual([]);
  });
});

describe('a certificate whose item nobody knows yet', () => {
  it('is waited for, and told once when it comes again', async () => {
    const { entries, items, outbox } = await entriesIn(test().database);
    const { handle } = onCertificateIssued({ entries, items });
    const event = aCertificate();
    await expect(handle(event)).rejects.toThrow(ids.item);
    await items.put({ _id: item.id, sourceVersion: 1, fact: item, eventId: newId(), at });
    await handle(event);
    await handle(event);
    const { snapshot } = certificateIssued.schema.parse(event.data);
    const ofCase = { 'state.origin.caseId': snapshot.id, 'state.status': 'PUBLISHED_AFTER' };
    expect(await entries.count({ query: 'ofCase', equality: ofCase, atMost: 9 })).toBe(1);
    await outbox.drain();
  });
});
