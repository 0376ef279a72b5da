import { reject } from '@onewindow/kernel';
import { idFromCode } from '@onewindow/persistence';
import { z } from 'zod';
import { defineCommands } from '../kit.ts';
import { divisionCode } from './division-code.ts';
import { regionKind } from './region.kind.ts';

/** How a region becomes known. The one that it is a part of is there before: the tree grows from its top. */
export const regionCommands = defineCommands(
  regionKind,
  { id: 'regionId' },
  {
    registerRegion: {
      creates: 'RegisterRegion',
      input: z.looseObject({ code: divisionCode }),
      id: ({ code }) => idFromCode('region', code),
      command: async ({ code, name, parentId }, { id, context: { kinds } }) => {
        const parent = parentId ?? null;
        return parent !== null && !(await kinds.of(regionKind).fresh(parent))
          ? reject({ code: 'NotFound', id: parent })
          : { id, code, name, parent };
      },
      /** A region that is there with the same facts is answered as it is. */
      write: async (create, asked, { id, at, context: { kinds } }) => {
        const outcome = await create(asked);
        if (outcome.ok || outcome.rejection.code !== 'AlreadyExists') return outcome;
        const known = await kinds.of(regionKind).journal.find(id, at);
        return known?.state.status === 'REGISTERED' &&
          known.state.name === asked.name &&
          known.state.parent === asked.parent
          ? { ok: true, aggregate: known, events: [], repeated: true }
          : outcome;
      },
    },
  },
);
