import { reject } from '@onewindow/kernel';
import { idFromCode } from '@onewindow/persistence';
import { z } from 'zod';
import { defineCommands } from '../kit.ts';
import { divisionCode, isPartByCode } from './division-code.ts';
import { reaches } from './reach.ts';
import { regionKind } from './region.kind.ts';

/**
 * How a region becomes known. The one that it is a part of is there before: the tree grows from its top. A manager
 * registers his own region and parts of it; programs that bring a catalogue in register any.
 */
export const regionCommands = defineCommands(
  regionKind,
  { id: 'regionId' },
  {
    registerRegion: {
      creates: 'RegisterRegion',
      exists: 'regionCode',
      input: z.looseObject({ code: divisionCode }),
      id: ({ code }) => idFromCode('region', code),
      command: async ({ code, name, parentId }, { id, viewer, context: { kinds } }) => {
        const parent = parentId ?? null;
        const above = parent === null ? null : await kinds.of(regionKind).fresh(parent);
        if (parent !== null && !above) return reject({ code: 'NotFound', id: parent });
        const own = await reaches(kinds, viewer, parent ?? id);
        if (own !== true) return reject({ code: 'NotAuthorized', because: own });
        // A code is its region's for ever: nobody takes one of elsewhere for a part of his own.
        if (viewer.kind !== 'SERVICE' && above && !isPartByCode(code, above.code))
          return reject({ code: 'NotAuthorized', because: 'CodeOfAnotherRegion' });
        return { id, code, name, parent };
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
