import { reject } from '@onewindow/kernel';
import { idFromCode } from '@onewindow/persistence';
import { z } from 'zod';
import { defineCommands } from '../kit.ts';
import { reaches } from '../region/reach.ts';
import { regionKind } from '../region/region.kind.ts';
import { centreKind } from './centre.kind.ts';

/**
 * How a centre becomes known. Its region and the centre above it are there before: the tree grows from its top. Both
 * lie in the region of the manager who registers it; programs that bring a catalogue in register anywhere.
 */
export const centreCommands = defineCommands(
  centreKind,
  { id: 'centreId' },
  {
    registerCentre: {
      creates: 'RegisterCentre',
      exists: 'centreCode',
      input: z.looseObject({
        area: z.number().positive().nullish(),
        address: z.string().min(1).nullish(),
      }),
      id: ({ code }) => idFromCode('centre', code),
      command: async (input, { id, viewer, context: { kinds } }) => {
        const { code, name, regionId: region, level } = input;
        const superiorCentre = input.superiorCentreId ?? null;
        if (!(await kinds.of(regionKind).fresh(region)))
          return reject({ code: 'NotFound', id: region });
        const above =
          superiorCentre === null ? null : await kinds.of(centreKind).fresh(superiorCentre);
        if (superiorCentre !== null && !above)
          return reject({ code: 'NotFound', id: superiorCentre });
        for (const reached of above ? [region, above.region] : [region]) {
          const own = await reaches(kinds, viewer, reached);
          if (own !== true) return reject({ code: 'NotAuthorized', because: own });
        }
        const [address, area] = [input.address ?? null, input.area ?? null];
        return { id, code, name, region, level, superiorCentre, address, area };
      },
    },
  },
);
