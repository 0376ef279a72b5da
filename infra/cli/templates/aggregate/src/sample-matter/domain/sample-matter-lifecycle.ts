import { accept, defineDecider, reject } from '@onewindow/kernel';
import type { SampleMatterCommand, SampleMatterEvent, SampleMatterState } from './sample-matter.ts';

/** What may be done with a sample matter in which status. */
export const SAMPLE_MATTER_PERMITTED = {
  ABSENT: ['OpenSampleMatter'],
  OPEN: ['CloseSampleMatter'],
  CLOSED: [],
} as const satisfies Record<SampleMatterState['status'], readonly SampleMatterCommand['type'][]>;

export const sampleMatterLifecycle = defineDecider<
  SampleMatterState,
  SampleMatterCommand,
  SampleMatterEvent
>()({
  initial: { status: 'ABSENT' },
  permitted: SAMPLE_MATTER_PERMITTED,
  branches: {
    OpenSampleMatter: ({ at, region, department, title, openedBy }) =>
      accept({ type: 'SampleMatterOpened', at, region, department, title, openedBy }),
    CloseSampleMatter: ({ at, by, outcome }, { openedBy }) =>
      by === openedBy
        ? reject({ code: 'SampleMatterNeedsAnotherPerson' })
        : accept({ type: 'SampleMatterClosed', at, by, outcome }),
  },
  evolve,
});

function evolve(state: SampleMatterState, event: SampleMatterEvent): SampleMatterState {
  if (event.type === 'SampleMatterOpened') {
    const { at, region, department, title, openedBy } = event;
    const file = { region, department, title, openedBy, openedAt: at };
    return { ...file, status: 'OPEN', closedAt: null, outcome: null };
  }
  if (state.status === 'ABSENT') return state;
  return { ...state, status: 'CLOSED', closedAt: event.at, outcome: event.outcome };
}
