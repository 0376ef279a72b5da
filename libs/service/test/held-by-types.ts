/**
 * What must not compile, each line a fault that somebody makes: `tsc` fails here when one is no longer noticed.
 * A small noun stands for all: a note, which is opened and closed.
 */
import { defineEvent } from '@onewindow/contracts';
import { accept, defineDecider, reject, type Instant } from '@onewindow/kernel';
import { parse, type GraphQLResolveInfo } from 'graphql';
import { z } from 'zod';
import { commandKit, defineKind, type CommandContext, type View } from '../src/index.ts';

type Absent = { readonly status: 'ABSENT' };
type Note = { readonly status: 'OPEN' | 'CLOSED'; readonly region: string };
type State = Absent | Note;
interface OpenNote {
  readonly type: 'OpenNote';
  readonly at: Instant;
  readonly region: string;
}
interface CloseNote {
  readonly type: 'CloseNote';
  readonly at: Instant;
  readonly by: string;
}
interface NoteOpened {
  readonly type: 'NoteOpened';
  readonly region: string;
}
interface NoteClosed {
  readonly type: 'NoteClosed';
  readonly by: string;
}
type Command = OpenNote | CloseNote;
type Event = NoteOpened | NoteClosed;

const permitted = { ABSENT: ['OpenNote'], OPEN: ['CloseNote'], CLOSED: [] } as const;
const evolve = (state: State): State => state;
const opened = ({ region }: OpenNote) => accept({ type: 'NoteOpened' as const, region });

const lifecycle = defineDecider<State, Command, Event>()({
  initial: { status: 'ABSENT' },
  permitted,
  branches: {
    OpenNote: opened,
    CloseNote: ({ by }) =>
      by === '' ? reject({ code: 'Nobody' }) : accept({ type: 'NoteClosed', by }),
  },
  evolve,
});

defineDecider<State, Command, Event>()({
  ...{ initial: { status: 'ABSENT' }, permitted, evolve },
  // @ts-expect-error a command without a branch
  branches: { OpenNote: opened },
});
defineDecider<State, Command, Event>()({
  ...{ initial: { status: 'ABSENT' }, permitted, evolve },
  branches: {
    OpenNote: opened,
    // @ts-expect-error an event with a field that its type does not name
    CloseNote: ({ by, at }) => accept({ type: 'NoteClosed', by, at }),
  },
});

const snapshot = z.object({ id: z.string() });
const told = defineEvent({
  ...{ service: 'notes', aggregate: 'note', happened: 'opened', version: 1 },
  schema: z.object({ happened: z.object({}), snapshot }),
  description: { en: 'Opened.', zh: '登记' },
});
const stored = {
  ...{ kind: 'note', collection: 'notes', stateVersion: 1, decider: lifecycle },
  belonging: ({ region }: Note) => ({ region }),
  snapshot: ({ id }: View<State>) => ({ id }),
  lists: { scopes: { all: null }, filters: {} },
  sight: () => ({ name: 'all', value: '' }) as const,
} as const;
const noteKind = defineKind({ ...stored, events: { NoteOpened: told, NoteClosed: null } });

// @ts-expect-error an event of which nobody has said whether it is told
defineKind({ ...stored, events: { NoteOpened: told } });
// @ts-expect-error a sight by a scope that no list has
defineKind({
  ...stored,
  events: { NoteOpened: told, NoteClosed: null },
  sight: () => ({ name: 'centre', value: '' }) as const,
});

type Refusal<Code extends string> = { readonly __typename: Code; readonly code: string };
type Resolving<Input, Answer> = (
  ...given: [
    parent: unknown,
    args: { readonly input: Input },
    context: CommandContext,
    info: GraphQLResolveInfo,
  ]
) => Promise<Answer>;
type OnNote = { readonly noteId: string; readonly by: string };
type Success = { readonly __typename: 'Success'; readonly note: View<State> };
type Every = 'NotFound' | 'Conflict' | 'IdempotencyMismatch' | 'NotPermittedInStatus';
type Answering<Codes extends string> = Success | { [Code in Codes]: Refusal<Code> }[Codes];

interface Mutations {
  closeNote: Resolving<OnNote, Answering<Every | 'Nobody' | 'NotAuthorized'>>;
  /** Forgets a refusal. */
  endNote: Resolving<OnNote, Answering<Every | 'NotAuthorized'>>;
  /** Lists one that nothing gives. */
  shutNote: Resolving<OnNote, Answering<Every | 'Nobody' | 'NotAuthorized' | 'Elsewhere'>>;
  /** Shows something else. */
  showNote: Resolving<
    OnNote,
    | { readonly __typename: 'Success'; readonly other: { readonly text: string } }
    | Exclude<Answering<Every | 'Nobody' | 'NotAuthorized'>, Success>
  >;
}
const words = {
  Nobody: { en: 'Say who.', zh: '须署名。' },
  'NotAuthorized.NotHis': { en: 'It is not yours.', zh: '非本人。' },
} as const;
const { defineCommands, mutationsOf } = commandKit<Mutations, CommandContext>()({
  ...{ words, ofInput: {}, typeDefs: parse('type Query { none: Int }') },
});
const options = { id: 'noteId' } as const;
const close = {
  does: 'CloseNote',
  may: () => 'NotHis' as const,
  command: ({ by }: OnNote) => ({ by }),
} as const;

mutationsOf(defineCommands(noteKind, options, { closeNote: close }));
// @ts-expect-error the union lacks 'Nobody'
mutationsOf(defineCommands(noteKind, options, { endNote: close }));
// @ts-expect-error the union lists 'Elsewhere', which cannot occur
mutationsOf(defineCommands(noteKind, options, { shutNote: close }));
// @ts-expect-error the success shows no note
mutationsOf(defineCommands(noteKind, options, { showNote: close }));
// @ts-expect-error the input does not name the note by this field
mutationsOf(defineCommands(noteKind, { id: 'caseId' }, { closeNote: close }));
const lookingUp = { ...close, command: () => reject({ code: 'Gone' }) } as const;
// @ts-expect-error a refusal because of a fact has no words
mutationsOf(defineCommands(noteKind, options, { closeNote: lookingUp }));
const without = { does: 'CloseNote', command: ({ by }: OnNote) => ({ by }) } as const;
// @ts-expect-error nobody is without the right, yet the union lists NotAuthorized
mutationsOf(defineCommands(noteKind, options, { closeNote: without }));
const worded = { ...close, may: () => 'Elsewhere' as const } as const;
// @ts-expect-error a cause without words
defineCommands(noteKind, options, { closeNote: worded });
const forgetful = { ...close, command: () => ({}) } as const;
// @ts-expect-error a field of the command is missing
defineCommands(noteKind, options, { closeNote: forgetful });
