import { isKnownStaff, isOneOf, personOf } from '@onewindow/identity';
import { reject } from '@onewindow/kernel';
import { defineCommands } from '../kit.ts';
import { sampleMatterKind } from './sample-matter.kind.ts';

/** What a department's staff does with a sample matter. */
export const sampleMatterCommands = defineCommands(
  sampleMatterKind,
  {
    id: 'sampleMatterId',
    // Who closes it must not be who opened it: so it has to be known who he is.
    token: (viewer) => isKnownStaff(viewer) || 'NotKnownStaff',
  },
  {
    openSampleMatter: {
      creates: 'OpenSampleMatter',
      command: ({ title }, { viewer }) => {
        const { region, department } = viewer;
        return region === undefined || department === undefined
          ? reject({ code: 'NotAuthorized', because: 'OpensNoSampleMatter' } as const)
          : { region, department, title, openedBy: personOf(viewer).id };
      },
    },
    closeSampleMatter: {
      does: 'CloseSampleMatter',
      action: 'CLOSE',
      bars: (viewer, { openedBy }) =>
        isOneOf(viewer, [openedBy]) ? { code: 'SampleMatterNeedsAnotherPerson' } : null,
      command: ({ outcome }, { viewer }) => ({ by: personOf(viewer).id, outcome }),
    },
  },
);
