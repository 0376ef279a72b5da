import { defineEvent } from '@onewindow/contracts';
import type { Viewer } from '@onewindow/identity';
import { accept, defineDecider, instant, reject } from '@onewindow/kernel';
import {
  createIndexes,
  createJournal,
  createOutbox,
  journalIndexes,
  newId,
} from '@onewindow/persistence';
import { useDatabase } from '@onewindow/persistence/testing';
import { z } from 'zod';
import { defineKind, openKinds, type View } from '../src/index.ts';
import { runCommand, runCreation } from '../src/kind/run-rows.ts';

type State =
  | { readonly status: 'ABSENT' }
  | { readonly status: 'OPEN'; readonly owner: string; readonly lines: readonly string[] };
type Command =
  | { readonly type: 'OpenNote'; readonly owner: string }
  | { readonly type: 'AddLine'; readonly line: string };
type Event =
  | { readonly type: 'NoteOpened'; readonly owner: string }
  | { readonly type: 'LineAdded'; readonly line: string };

const lifecycle = defineDecider<State, Command, Event>()({
  initial: { status: 'ABSENT' },
  permitted: { ABSENT: ['OpenNote'], OPEN: ['AddLine'] },
  branches: {
    OpenNote: ({ owner }) => accept({ type: 'NoteOpened', owner }),
    AddLine: ({ line }) => accept({ type: 'LineAdded', line }),
  },
  evolve: (state, event) => {
    if (event.type === 'NoteOpened') return { status: 'OPEN', owner: event.owner, lines: [] };
    return state.status === 'ABSENT' ? state : { ...state, lines: [...state.lines, event.line] };
  },
});
const region = newId();
const told = defineEvent({
  ...{ service: 'notes', aggregate: 'note', happened: 'changed', version: 1 },
  schema: z.object({ happened: z.object({}), snapshot: z.object({ id: z.string() }) }),
  description: { en: 'Changed.', zh: '变更' },
});
const noteKind = defineKind({
  ...{ kind: 'note', collection: 'notes', stateVersion: 1, decider: lifecycle },
  belonging: () => ({ region }),
  events: { NoteOpened: told, LineAdded: told },
  snapshot: ({ id }) => ({ id }),
  lists: { scopes: { owner: 'state.owner' }, filters: {} },
  sight: ({ id }) => ({ name: 'owner', value: id }),
});

const viewer: Viewer = { id: 'citizen-7', kind: 'NATURAL', scopes: new Set() };
const caller = { viewer, at: instant('2026-09-18T01:30:00.000Z'), traceparent: '00-a-b-01' };
const test = useDatabase();

describe('a row', () => {
  async function notes() {
    const { database } = test();
    const actors: string[] = [];
    const outbox = createOutbox({
      publisher: {
        publish: (events) => {
          actors.push(...events.map(({ envelope }) => envelope.actor));
          return Promise.resolve({ failed: [] });
        },
      },
      clock: { now: () => caller.at },
    });
    const kinds = openKinds({
      journal: (type) =>
        createJournal(
          { ...type, collection: 'notes' },
          { database, outbox, hmacKey: 'a key for tests', clock: { now: () => caller.at } },
        ),
    });
    await createIndexes(database, [journalIndexes(noteKind.with().type)]);
    const journal = kinds.open(noteKind);
    const context = { caller, kinds: kinds.forRequest(caller) };
    const asking = (input: object) => ({ mutation: 'm', input: { ...input }, context });
    const id = newId();
    const command = { type: 'OpenNote', owner: viewer.id } as const;
    await journal.create({ id, command, meta: { actor: 'clerk', at: caller.at } });
    const entries = async () =>
      (await journal.history(id)).map(({ actor, event }) => [actor, event.type]);
    const adding = {
      does: 'AddLine',
      command: ({ line }: { line: string }) => ({ line }),
    } as const;
    return {
      journal,
      outbox,
      actors,
      asking,
      id,
      entries,
      adding,
      on: { kind: noteKind, id: 'noteId' },
    };
  }

  it('whose command rejects is refused with that, and nothing is written or remembered', async () => {
    const { on, asking, adding, id, entries } = await notes();
    const input = { noteId: id, commandId: newId(), line: 'x' };
    const closed = { ...adding, command: () => Promise.resolve(reject({ code: 'ShutToday' })) };
    expect(await runCommand(on, closed, asking(input))).toEqual({
      ok: false,
      rejection: { code: 'ShutToday' },
    });
    expect(await entries()).toEqual([['clerk', 'NoteOpened']]);
    // The fact has changed: the same command is no repetition of what never was.
    expect(await runCommand(on, adding, asking(input))).toMatchObject({
      ok: true,
      repeated: false,
    });
    expect(await entries()).toHaveLength(2);
  });

  it('whose command rejects is asked after right and repetition: who repeats is answered as before', async () => {
    const { on, asking, adding, id } = await notes();
    const input = { noteId: id, commandId: newId(), line: 'x' };
    await runCommand(on, adding, asking(input));
    const closed = { ...adding, command: () => reject({ code: 'ShutToday' }) };
    expect(await runCommand(on, closed, asking(input))).toMatchObject({ ok: true, repeated: true });
    const barred = { ...closed, may: () => 'NotHis' };
    expect(await runCommand(on, barred, asking({ noteId: id, line: 'y' }))).toEqual({
      ok: false,
      rejection: { code: 'NotAuthorized', because: 'NotHis' },
    });
  });

  it('has its command asked anew, with the newer view, when another write came between', async () => {
    const { on, journal, asking, adding, id } = await notes();
    const seen: number[] = [];
    const meta = { actor: 'clerk', at: caller.at };
    const late = {
      ...adding,
      command: async (
        _: unknown,
        __: unknown,
        { lines }: Extract<View<State>, { lines: unknown }>,
      ) => {
        seen.push(lines.length);
        const between = { type: 'AddLine', line: 'between' } as const;
        if (seen.length === 1) await journal.handle({ id, command: between, meta });
        return lines.includes('between') ? reject({ code: 'TooLate' }) : { line: 'x' };
      },
    };
    expect(await runCommand(on, late, asking({ noteId: id }))).toEqual({
      ok: false,
      rejection: { code: 'TooLate' },
    });
    expect(seen).toEqual([0, 1]);
  });

  it('writes down and tells whom `actor` names, and nowhere the viewer', async () => {
    const { on, asking, adding, id, entries, outbox, actors, journal } = await notes();
    const named = {
      ...adding,
      actor: ({ kind }: Viewer, { owner }: View<State>) =>
        owner === viewer.id && kind === 'NATURAL' ? 'applicant' : 'somebody',
    };
    await runCommand(on, named, asking({ noteId: id, line: 'x' }));
    await runCommand(on, adding, asking({ noteId: id, line: 'y' }));
    expect(await entries()).toEqual([
      ['clerk', 'NoteOpened'],
      ['applicant', 'LineAdded'],
      [viewer.id, 'LineAdded'],
    ]);
    await outbox.drain();
    expect(actors.sort()).toEqual(['applicant', viewer.id, 'clerk'].sort());
    expect(await journal.verify(id)).toEqual({ ok: true, entries: 3 });
  });

  it('that creates makes nothing where its command rejects, and names its actor where it does', async () => {
    const { on, asking, journal } = await notes();
    const id = newId();
    const row = { creates: 'OpenNote', id: () => id, actor: () => 'applicant' } as const;
    const closed = { ...row, command: () => reject({ code: 'ShutToday' }) };
    expect((await runCreation(on, closed, asking({}))).outcome).toEqual({
      ok: false,
      rejection: { code: 'ShutToday' },
    });
    expect(await journal.find(id, caller.at)).toBeNull();
    const opened = { ...row, command: () => ({ owner: viewer.id }) };
    expect((await runCreation(on, opened, asking({}))).outcome).toMatchObject({ ok: true });
    expect(await journal.history(id)).toMatchObject([{ actor: 'applicant' }]);
  });
});
