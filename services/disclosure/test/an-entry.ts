import { instant } from '@onewindow/kernel';
import { stateAfter, type CommandOfEach, type StateOfEach } from '@onewindow/testing';
import type { EntryContent, EntryState } from '../src/entry/domain/disclosure-entry.ts';
import type { EntryCommand, EntryEvent } from '../src/entry/domain/entry-commands.ts';
import { entryLifecycle } from '../src/entry/domain/entry-lifecycle.ts';

const id = (number: number) => `0192a000-0000-7000-8000-${number.toString().padStart(12, '0')}`;
export const ids = {
  region: id(1),
  department: id(2),
  centre: id(3),
  item: id(4),
  otherDepartment: id(5),
  otherItem: id(6),
  case: id(7),
  window: id(8),
  officer: id(9),
} as const;
export const AUTHOR = 'staff:author';
export const REVIEWER = 'staff:reviewer';
export const at = instant('2026-09-18T01:30:00.000Z');

const { region, department, centre } = ids;
export const place = { region, department, centre } as const;

export const content: EntryContent = {
  title: '示例街道公开栏管理办法',
  body: '公开栏由专人收集整理，定期更换。',
  basis: '000:47',
  phase: 'BEFORE',
  nature: 'STATUTORY_DUTY',
  cadence: 'PERMANENT',
  topicGroup: null,
  item: null,
};
const byAuthor = { at, by: AUTHOR };
const byReviewer = { at, by: REVIEWER, opinion: '不涉密，同意公开' };

export const commands: CommandOfEach<EntryCommand> = {
  DraftEntry: { type: 'DraftEntry', ...byAuthor, place, content, replaces: null },
  DiscloseFact: {
    type: 'DiscloseFact',
    at,
    place,
    content: { ...content, item: ids.item },
    channels: ['BOARD'],
    origin: { kind: 'ITEM', version: 3 },
  },
  SubmitEntry: { type: 'SubmitEntry', ...byAuthor, content: null },
  ApproveEntry: { type: 'ApproveEntry', ...byReviewer },
  ReturnEntry: { type: 'ReturnEntry', ...byReviewer },
  ExemptEntry: { type: 'ExemptEntry', ...byReviewer, exemption: 'TRADE_SECRET' },
  PublishEntry: { type: 'PublishEntry', ...byAuthor, channels: ['BOARD', 'INTERNET'] },
  ReplaceEntry: { type: 'ReplaceEntry', successor: { id: id(20), order: 5, at } },
  WithdrawEntry: {
    type: 'WithdrawEntry',
    at,
    by: REVIEWER,
    reason: '发布有误',
    ground: 'INCORRECT',
  },
};

/** The facts that follow a command. */
export const eventsOf = (command: EntryCommand, state: EntryState): readonly EntryEvent[] => {
  const decision = entryLifecycle.decide(command, state);
  if (!decision.accepted) throw new Error(decision.rejection.code);
  return decision.events;
};

/** The history that these commands make. */
export function historyOf(...given: readonly EntryCommand[]): readonly EntryEvent[] {
  let state: EntryState = entryLifecycle.initial;
  return given.flatMap((command) => {
    const events = eventsOf(command, state);
    state = events.reduce(entryLifecycle.evolve, state);
    return events;
  });
}

const { DraftEntry, SubmitEntry, ApproveEntry, PublishEntry, ReplaceEntry } = commands;
const inPhase = (phase: EntryContent['phase']) => ({
  ...DraftEntry,
  content: { ...content, phase },
});
const approved = [SubmitEntry, ApproveEntry] as const;
const after = <const Status extends EntryState['status']>(
  status: Status,
  ...given: readonly EntryCommand[]
) => stateAfter(entryLifecycle, status, historyOf(...given));

export const states: StateOfEach<EntryState> = {
  ABSENT: after('ABSENT'),
  PLANNED: after('PLANNED', DraftEntry),
  UNDER_REVIEW: after('UNDER_REVIEW', DraftEntry, SubmitEntry),
  RETURNED_FOR_CHANGE: after('RETURNED_FOR_CHANGE', DraftEntry, SubmitEntry, commands.ReturnEntry),
  APPROVED: after('APPROVED', DraftEntry, ...approved),
  EXEMPTED: after('EXEMPTED', DraftEntry, SubmitEntry, commands.ExemptEntry),
  PUBLISHED_BEFORE: after('PUBLISHED_BEFORE', DraftEntry, ...approved, PublishEntry),
  UPDATED_DURING: after('UPDATED_DURING', inPhase('DURING'), ...approved, PublishEntry),
  PUBLISHED_AFTER: after('PUBLISHED_AFTER', inPhase('AFTER'), ...approved, PublishEntry),
  REPLACED: after('REPLACED', commands.DiscloseFact, {
    ...ReplaceEntry,
    successor: { ...ReplaceEntry.successor, order: 9 },
  }),
  WITHDRAWN: after('WITHDRAWN', DraftEntry, commands.WithdrawEntry),
};
