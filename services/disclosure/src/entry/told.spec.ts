import { aCertificate } from '../../test/a-neighbour.ts';
import { AUTHOR, commands, eventsOf, ids, REVIEWER, states } from '../../test/an-entry.ts';
import { certificateDisclosure } from '../case/domain/certificate-disclosure.ts';
import type { ItemFact } from '../item/domain/item-fact.ts';
import type { EntryState } from './domain/disclosure-entry.ts';
import type { EntryCommand } from './domain/entry-commands.ts';
import { entryLifecycle } from './domain/entry-lifecycle.ts';
import { entryKind } from './entry.kind.ts';
import { entrySnapshotOf } from './entry-snapshot.ts';

const id = ids.window;
const { publish } = entryKind.with().type;
const told = (command: EntryCommand, before: EntryState) => {
  const [event] = eventsOf(command, before);
  return event && publish({ event }, entryLifecycle.evolve(before, event), id);
};

describe('what others learn of an entry', () => {
  const pairs = Object.values(commands).flatMap((command) =>
    Object.values(states)
      .filter((state) => entryLifecycle.decide(command, state).accepted)
      .map((state) => ({ command, state })),
  );

  it.each(pairs)('keeps its contract: $command.type on $state.status', ({ command, state }) => {
    const made = told(command, state);
    if (made) expect(made.contract.schema.parse(made.data)).toEqual(made.data);
  });

  it.each([
    [commands.DiscloseFact, states.ABSENT, 'published'],
    [commands.PublishEntry, states.APPROVED, 'published'],
    [commands.ReplaceEntry, states.PUBLISHED_AFTER, 'replaced'],
    [commands.WithdrawEntry, states.REPLACED, 'withdrawn'],
  ] as const)('is told when the public reads something else: $type', (command, state, happened) => {
    expect(told(command, state)?.contract.type).toBe(`onewindow.disclosure.entry.${happened}.v1`);
  });

  it.each([
    [commands.DraftEntry, states.ABSENT],
    [commands.SubmitEntry, states.PLANNED],
    [commands.ApproveEntry, states.UNDER_REVIEW],
    [commands.ReturnEntry, states.UNDER_REVIEW],
    [commands.ExemptEntry, states.UNDER_REVIEW],
    [commands.WithdrawEntry, states.APPROVED],
  ] as const)('is nothing before it is public: $type', (command, state) => {
    expect(told(command, state)).toBeUndefined();
  });

  it('is not who wrote or reviewed it', () => {
    const text = JSON.stringify(entrySnapshotOf({ ...states.PUBLISHED_BEFORE, id, version: 1 }));
    expect(text).not.toContain(AUTHOR);
    expect(text).not.toContain(REVIEWER);
  });

  it('is no word of what was taken back', () => {
    const made = told(commands.WithdrawEntry, states.PUBLISHED_BEFORE);
    expect(made?.data).toMatchObject({ snapshot: { title: null, status: 'WITHDRAWN' } });
  });

  it('is a certificate without its case', () => {
    const { data } = aCertificate();
    const origin = { kind: 'CERTIFICATE', caseId: ids.case, certificateNumber: 'JY1' } as const;
    const content = certificateDisclosure(itemFact, { number: 'JY1', day: '2026-09-18' })?.content;
    if (!content) throw new Error('It is a licence.');
    const made = told({ ...commands.DiscloseFact, origin, content }, states.ABSENT);
    expect(JSON.stringify(data)).toContain(ids.case);
    expect(JSON.stringify(made?.data)).not.toContain(ids.case);
    expect(made?.data).toMatchObject({ snapshot: { certificateNumber: 'JY1', phase: 'AFTER' } });
  });
});

const itemFact: ItemFact = {
  ...{ id: ids.item, code: '1', name: '食品经营许可' },
  ...{ region: ids.region, department: ids.department, centre: ids.centre, handlingMode: null },
  ...{ statutoryLimit: null, committedLimit: null, materials: [], resultName: null },
  kind: 'ADMIN_LICENCE',
  status: 'IN_SERVICE',
};
