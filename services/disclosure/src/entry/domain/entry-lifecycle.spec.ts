import { instant } from '@onewindow/kernel';
import { given, permittedPairs } from '@onewindow/testing';
import {
  at,
  AUTHOR,
  commands,
  content,
  eventsOf,
  historyOf,
  ids,
  REVIEWER,
  states,
} from '../../../test/an-entry.ts';
import { isPublic, type EntryState } from './disclosure-entry.ts';
import type { EntryCommand } from './entry-commands.ts';
import { entryLifecycle } from './entry-lifecycle.ts';

const { DraftEntry, SubmitEntry, ApproveEntry, ReturnEntry, ExemptEntry } = commands;
const submitted = historyOf(DraftEntry, SubmitEntry);
const play = (...given: readonly EntryCommand[]): EntryState =>
  historyOf(...given).reduce<EntryState>(entryLifecycle.evolve, entryLifecycle.initial);

/** Who may do what when, written down here once more: the table in the program is held against it, and not against itself. */
const LAW: Readonly<Record<EntryState['status'], readonly EntryCommand['type'][]>> = {
  ABSENT: ['DraftEntry', 'DiscloseFact'],
  PLANNED: ['SubmitEntry', 'WithdrawEntry'],
  UNDER_REVIEW: ['ApproveEntry', 'ReturnEntry', 'ExemptEntry', 'WithdrawEntry'],
  RETURNED_FOR_CHANGE: ['SubmitEntry', 'WithdrawEntry'],
  APPROVED: ['PublishEntry', 'WithdrawEntry'],
  EXEMPTED: [],
  PUBLISHED_BEFORE: ['ReplaceEntry', 'WithdrawEntry'],
  UPDATED_DURING: ['ReplaceEntry', 'WithdrawEntry'],
  PUBLISHED_AFTER: ['ReplaceEntry', 'WithdrawEntry'],
  REPLACED: ['ReplaceEntry', 'WithdrawEntry'],
  WITHDRAWN: [],
};

describe('disclosure entry', () => {
  it.each(permittedPairs(states, commands))(
    '$state.status × $command.type is what the law permits, and no more',
    ({ state, command }) => {
      const decision = entryLifecycle.decide(command, state);
      expect(decision.accepted).toBe(LAW[state.status].includes(command.type));
    },
  );

  it('names the status that stands in the way', () => {
    given(entryLifecycle, ...submitted)
      .when(commands.PublishEntry)
      .refuses({
        code: 'NotPermittedInStatus',
        command: 'PublishEntry',
        status: 'UNDER_REVIEW',
      });
  });

  it('is plain JSON in every status', () => {
    for (const state of Object.values(states)) {
      expect(JSON.parse(JSON.stringify(state))).toEqual(state);
    }
  });

  it('is for the public when it is published or replaced, and in no other status', () => {
    const open = Object.values(states).filter(isPublic);
    expect(open.map(({ status }) => status)).toEqual([
      ...['PUBLISHED_BEFORE', 'UPDATED_DURING', 'PUBLISHED_AFTER', 'REPLACED'],
    ]);
  });
});

describe('review (000:47)', () => {
  it.each([ApproveEntry, ReturnEntry, ExemptEntry])(
    'by whoever wrote the entry is refused: $type (政府信息公开条例 17)',
    (command) => {
      given(entryLifecycle, ...submitted)
        .when({ ...command, by: AUTHOR })
        .refuses({ code: 'ReviewerWroteEntry' });
    },
  );

  it('by whoever changed the draft of another is refused as well', () => {
    const helper = { ...SubmitEntry, by: 'staff:helper', content: { ...content, title: '改' } };
    given(entryLifecycle, ...historyOf(DraftEntry, helper))
      .when({ ...ApproveEntry, by: 'staff:helper' })
      .refuses({ code: 'ReviewerWroteEntry' });
    given(entryLifecycle, ...historyOf(DraftEntry, helper))
      .when({ ...ApproveEntry, by: AUTHOR })
      .refuses({ code: 'ReviewerWroteEntry' });
  });

  it('may be by who only handed it in unchanged', () => {
    given(entryLifecycle, ...historyOf(DraftEntry, { ...SubmitEntry, by: REVIEWER }))
      .when(ApproveEntry)
      .then({ ...ApproveEntry, type: 'EntryApproved' });
  });

  it('keeps the secrecy check with who made it and when (000:41, 001:17)', () => {
    expect(states.APPROVED).toMatchObject({
      review: { reviewer: REVIEWER, at, opinion: '不涉密，同意公开' },
    });
    expect(states.PUBLISHED_BEFORE).toMatchObject({ review: { reviewer: REVIEWER } });
  });

  it('that gives back lets the department hand in other words, which are what is found', () => {
    const words = { ...content, title: '重新起草' };
    const state = play(DraftEntry, SubmitEntry, ReturnEntry, { ...SubmitEntry, content: words });
    expect(state).toMatchObject({ status: 'UNDER_REVIEW', content: words, authors: [AUTHOR] });
    expect(state).toMatchObject({ terms: expect.arrayContaining(['起草']) as unknown });
    expect(state).toMatchObject({ terms: expect.not.arrayContaining(['街道']) as unknown });
  });

  it('that exempts keeps code, reason and who approved (004:73)', () => {
    expect(states.EXEMPTED).toMatchObject({
      exemption: 'TRADE_SECRET',
      review: { reviewer: REVIEWER, opinion: '不涉密，同意公开' },
    });
  });
});

describe('publication', () => {
  it('puts an entry into the status of its phase, in the forms that fit it (000:43-46)', () => {
    expect(states.PUBLISHED_BEFORE).toMatchObject({ channels: ['BOARD', 'INTERNET'] });
    expect(states.UPDATED_DURING).toMatchObject({ content: { phase: 'DURING' } });
    expect(states.PUBLISHED_AFTER).toMatchObject({ content: { phase: 'AFTER' }, publishedAt: at });
  });

  it('of what happened elsewhere needs no author and no review', () => {
    const state = play(commands.DiscloseFact);
    expect(state).toMatchObject({ status: 'PUBLISHED_BEFORE', authors: [], review: null });
  });
});

describe('replacement (001:21)', () => {
  const by = (order: number) => {
    const { successor } = commands.ReplaceEntry;
    return { type: 'ReplaceEntry', successor: { ...successor, id: ids.case, order } } as const;
  };

  it('leaves the words as they were, with a link to the successor', () => {
    const before = play(commands.DiscloseFact);
    const state = play(commands.DiscloseFact, by(7));
    if (!isPublic(before) || !isPublic(state)) throw new Error('not public');
    expect(state.content).toEqual(before.content);
    expect(state).toMatchObject({ status: 'REPLACED', successor: { id: ids.case } });
  });

  it('is by the nearest successor, whichever was heard of first', () => {
    const history = historyOf(commands.DiscloseFact, by(7));
    given(entryLifecycle, ...history)
      .when(by(9))
      .then();
    given(entryLifecycle, ...history)
      .when(by(7))
      .then();
    given(entryLifecycle, ...history)
      .when(by(4))
      .then({ ...by(4), type: 'EntryReplaced' });
  });
});

describe('of two that people wrote in the place of one', () => {
  const written = (id: string, day: string) => {
    const successor = { id, order: 0, at: instant(`2026-03-${day}T01:00:00.000Z`) };
    return { type: 'ReplaceEntry', successor } as const;
  };
  const history = historyOf(DraftEntry, SubmitEntry, ApproveEntry, commands.PublishEntry);

  it('the later stands, for the earlier was taken back, in whichever order they are heard of', () => {
    const [earlier, later] = [written(ids.case, '02'), written(ids.item, '03')];
    given(entryLifecycle, ...history, { ...earlier, type: 'EntryReplaced' })
      .when(later)
      .then({ ...later, type: 'EntryReplaced' });
    given(entryLifecycle, ...history, { ...later, type: 'EntryReplaced' })
      .when(earlier)
      .then();
  });
});

describe('withdrawal', () => {
  it('takes an entry out of every search and lets another replace what it was to replace', () => {
    const replacing = { ...DraftEntry, replaces: ids.case };
    expect(play(replacing)).toMatchObject({ replacesKey: ids.case });
    const state = play(replacing, commands.WithdrawEntry);
    expect(state).toMatchObject({ status: 'WITHDRAWN', terms: [], publication: null });
    expect(state).not.toHaveProperty('replacesKey');
  });

  it('remembers what was public', () => {
    expect(play(commands.DiscloseFact, commands.WithdrawEntry)).toMatchObject({
      publication: { publishedAt: at, channels: ['BOARD'] },
    });
  });

  it('is kept with who, when and why', () => {
    expect(eventsOf(commands.WithdrawEntry, states.PUBLISHED_AFTER)).toEqual([
      { ...commands.WithdrawEntry, type: 'EntryWithdrawn' },
    ]);
    expect(states.WITHDRAWN).toMatchObject({ withdrawal: { by: REVIEWER, reason: '发布有误' } });
  });

  it('of what the public has read needs a ground, which it is told; of a draft none (001:21)', () => {
    const without = { ...commands.WithdrawEntry, ground: null };
    given(entryLifecycle, ...historyOf(commands.DiscloseFact))
      .when(without)
      .refuses({ code: 'WithdrawalGroundRequired' });
    expect(play(commands.DiscloseFact, commands.WithdrawEntry)).toMatchObject({
      ...{ tombstone: true, withdrawal: { ground: 'INCORRECT' } },
    });
    expect(play(DraftEntry, without)).not.toHaveProperty('tombstone');
  });
});

it('history is folded without asking whether it was right', () => {
  const [drafted] = historyOf(DraftEntry);
  const replaced = { ...commands.ReplaceEntry, type: 'EntryReplaced' } as const;
  expect(entryLifecycle.evolve(states.ABSENT, replaced)).toEqual(states.ABSENT);
  expect(entryLifecycle.evolve(states.PLANNED, replaced)).toEqual(states.PLANNED);
  expect(drafted && entryLifecycle.evolve(states.ABSENT, drafted)).toEqual(states.PLANNED);
});
