import { isKnownStaff, personOf } from '@onewindow/identity';
import type { Outcome } from '@onewindow/persistence';
import { commandMeta, type Caller, type NotKnown } from '@onewindow/service';
import type { ItemCommand, ItemEvent, ItemRejection, ItemState } from '../domain/item.ts';
import type { ItemJournal } from '../persistence/item-aggregate.ts';
import { known } from '../persistence/known.ts';
import type { CentreReplica } from '../replicas/centre-replica.ts';
import type { DepartmentReplica } from '../replicas/department-replica.ts';
import { editorOf } from './editor-of.ts';
import type {
  EnterItemInput,
  OnItem,
  ReviewItemInput,
  ReviseItemInput,
  WithReason,
} from './item-inputs.ts';

export interface ItemCommandDeps {
  readonly journal: ItemJournal;
  readonly departments: DepartmentReplica;
  readonly centres: CentreReplica;
  /** What is answered about an id that nothing is known by. */
  readonly notKnown: (id: string) => NotKnown;
}

type Given<Input> = (
  caller: Caller,
  input: Input,
) => Promise<Outcome<ItemState, ItemEvent, ItemRejection>>;
type Make<Input> = (
  input: Input,
  caller: Caller,
  state: ItemState,
) => ItemCommand | Promise<ItemCommand>;

type NotYet = {
  readonly ok: false;
  readonly rejection: Extract<NotKnown, { readonly code: 'NotYetKnown' }>;
};

export interface ItemCommands {
  readonly reviseItem: Given<ReviseItemInput>;
  readonly submitItemForReview: Given<OnItem>;
  readonly reviewItem: Given<ReviewItemInput>;
  readonly publishItem: Given<OnItem>;
  readonly enterItem: (
    ...given: Parameters<Given<EnterItemInput>>
  ) => Promise<Awaited<ReturnType<Given<EnterItemInput>>> | NotYet>;
  readonly suspendItem: Given<WithReason>;
  readonly resumeItem: Given<OnItem>;
  readonly abolishItem: Given<WithReason>;
}

/** Every command on one item with the facts that it needs; what follows from them the decider says. */
export function createItemCommands({ journal, departments, centres, notKnown }: ItemCommandDeps) {
  const on =
    <Input extends OnItem>(mutation: string, make: Make<Input>): Given<Input> =>
    (caller, input) =>
      journal.handle({
        id: input.id,
        meta: commandMeta(caller, mutation, input),
        command: ({ state }) => make(input, caller, state),
      });

  async function enter(input: EnterItemInput, caller: Caller, state: ItemState) {
    const [centre = null] = await centres.findMany([input.centreId]);
    const [department = null] = await departments.findMany([known(state).department]);
    return {
      type: 'EnterItem',
      editor: editorOf(caller),
      centre: centre && { id: centre._id, region: centre.region },
      departmentCentre: department?.centre ?? null,
    } as const;
  }

  return {
    reviseItem: on('reviseItem', ({ reason, changes }, caller) => {
      return { type: 'ReviseItem', editor: editorOf(caller), reason, change: changes };
    }),
    submitItemForReview: on('submitItemForReview', (_, caller) => {
      return { type: 'SubmitItemForReview', editor: editorOf(caller) };
    }),
    reviewItem: on('reviewItem', ({ decision, opinion }, { viewer, at }) => {
      const by = isKnownStaff(viewer) ? personOf(viewer).ids : [];
      return { type: 'ReviewItem', by, decision, opinion, at };
    }),
    publishItem: on('publishItem', (_, caller) => {
      return { type: 'PublishItem', editor: editorOf(caller) };
    }),
    enterItem: async (caller, input) => {
      const outcome = await on('enterItem', enter)(caller, input);
      if (outcome.ok || outcome.rejection.code !== 'CentreUnknown') return outcome;
      const rejection = notKnown(input.centreId);
      return rejection.code === 'NotYetKnown' ? { ok: false, rejection } : outcome;
    },
    suspendItem: on('suspendItem', ({ reason }, caller) => {
      return { type: 'SuspendItem', editor: editorOf(caller), reason };
    }),
    resumeItem: on('resumeItem', (_, caller) => {
      return { type: 'ResumeItem', editor: editorOf(caller) };
    }),
    abolishItem: on('abolishItem', ({ reason }, caller) => {
      return { type: 'AbolishItem', editor: editorOf(caller), reason };
    }),
  } satisfies ItemCommands;
}
