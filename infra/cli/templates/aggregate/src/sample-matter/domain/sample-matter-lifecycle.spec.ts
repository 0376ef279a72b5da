import { instant } from '@onewindow/kernel';
import { given, permittedPairs, stateAfter } from '@onewindow/testing';
import { SAMPLE_MATTER_PERMITTED, sampleMatterLifecycle } from './sample-matter-lifecycle.ts';
import type {
  CloseSampleMatter,
  OpenSampleMatter,
  SampleMatterCommand,
  SampleMatterEvent,
  SampleMatterState,
} from './sample-matter.ts';

const at = instant('2026-09-18T09:30:00+08:00');
const facts = { region: 'r', department: 'd', title: '示例事由', openedBy: 'one' };
const open: OpenSampleMatter = { type: 'OpenSampleMatter', at, ...facts };
const close: CloseSampleMatter = {
  type: 'CloseSampleMatter',
  at,
  by: 'another',
  outcome: '已核实',
};
const opened: SampleMatterEvent = { type: 'SampleMatterOpened', at, ...facts };
const closed: SampleMatterEvent = {
  type: 'SampleMatterClosed',
  at,
  by: 'another',
  outcome: '已核实',
};

const pairs = permittedPairs<SampleMatterState, SampleMatterCommand>(
  {
    ABSENT: { status: 'ABSENT' },
    OPEN: stateAfter(sampleMatterLifecycle, 'OPEN', [opened]),
    CLOSED: stateAfter(sampleMatterLifecycle, 'CLOSED', [opened, closed]),
  },
  { OpenSampleMatter: open, CloseSampleMatter: close },
);

it('permits what the rules say and nothing else', () => {
  // The table of the law, written out: the decider's own is held against it and not against itself.
  expect(SAMPLE_MATTER_PERMITTED).toEqual({
    ABSENT: ['OpenSampleMatter'],
    OPEN: ['CloseSampleMatter'],
    CLOSED: [],
  });
});

it.each(pairs)('$state.status × $command.type agrees with PERMITTED', ({ state, command }) => {
  const permitted: readonly string[] = SAMPLE_MATTER_PERMITTED[state.status];
  expect(sampleMatterLifecycle.decide(command, state).accepted).toBe(
    permitted.includes(command.type),
  );
});

describe('a sample matter', () => {
  it('is opened', () => {
    given(sampleMatterLifecycle).when(open).then(opened);
  });

  it('is closed by somebody else, with what came of it', () => {
    given(sampleMatterLifecycle, opened).when(close).then(closed);
    expect(stateAfter(sampleMatterLifecycle, 'CLOSED', [opened, closed])).toMatchObject({
      closedAt: at,
      outcome: '已核实',
    });
  });

  it('is not closed by who opened it', () => {
    given(sampleMatterLifecycle, opened)
      .when({ ...close, by: 'one' })
      .refuses({ code: 'SampleMatterNeedsAnotherPerson' });
  });
});
