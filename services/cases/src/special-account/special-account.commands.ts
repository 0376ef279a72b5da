import { isKnownStaff } from '@onewindow/identity';
import { reject } from '@onewindow/kernel';
import { defineCommands } from '../kit.ts';
import { specialAccountKind } from './special-account.kind.ts';

/** Who manages a centre's rules names the account that its fees are paid to. */
export const specialAccountCommands = defineCommands(
  specialAccountKind,
  { id: 'specialAccountId', token: (viewer) => isKnownStaff(viewer) || 'NotKnownStaff' },
  {
    nameSpecialAccount: {
      creates: 'NameSpecialAccount',
      command: ({ account, bank, document, from }, { viewer: { region, centre } }) =>
        region === undefined || centre === undefined
          ? reject({ code: 'NotAuthorized', because: 'NotOfACentre' } as const)
          : { region, centre, account, bank, document, from },
    },
  },
);
