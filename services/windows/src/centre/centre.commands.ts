import { reject } from '@onewindow/kernel';
import { idFromCode } from '@onewindow/persistence';
import { z } from 'zod';
import { defineCommands } from '../kit.ts';
import { regionKind } from '../region/region.kind.ts';
import { centreKind } from './centre.kind.ts';

/** How a centre becomes known. Its region and the centre above it are there before: the tree grows from its top. */
export const centreCommands = defineCommands(
  centreKind,
  { id: 'centreId' },
  {
    registerCentre: {
      creates: 'RegisterCentre',
      input: z.looseObject({
        area: z.number().positive().nullish(),
        address: z.string().min(1).nullish(),
      }),
      id: ({ code }) => idFromCode('centre', code),
      command: async (input, { id, context: { kinds } }) => {
        const { code, name, regionId: region, level } = input;
        const superiorCentre = input.superiorCentreId ?? null;
        if (!(await kinds.of(regionKind).fresh(region)))
          return reject({ code: 'NotFound', id: region });
        if (superiorCentre !== null && !(await kinds.of(centreKind).fresh(superiorCentre)))
          return reject({ code: 'NotFound', id: superiorCentre });
        const [address, area] = [input.address ?? null, input.area ?? null];
        return { id, code, name, region, level, superiorCentre, address, area };
      },
    },
  },
);
