import { dayOf } from '@onewindow/calendar';
import { isKnownStaff, personOf } from '@onewindow/identity';
import { reject } from '@onewindow/kernel';
import { idFromCode } from '@onewindow/persistence';
import { defineCommands } from '../kit.ts';
import { accountInForce, specialAccountKind } from '../special-account/special-account.kind.ts';
import { feeBillKind } from '../fee-bill/fee-bill.kind.ts';
import { bookingsOf } from './bookings-of-a-day.ts';
import { feeDayKind } from './fee-day.kind.ts';

/** The books of a day, held against the bank's statement by the finance window. */
export const feeDayCommands = defineCommands(
  feeDayKind,
  { id: 'feeDayId', token: (viewer) => isKnownStaff(viewer) || 'NotKnownStaff' },
  {
    openFeeDay: {
      creates: 'OpenFeeDay',
      // One for a centre and a day.
      id: ({ day }, { viewer: { centre = '' } }) => idFromCode('fee-day', `${centre}/${day}`),
      command: async ({ day }, { viewer: { region, centre }, context, at }) => {
        if (region === undefined || centre === undefined) {
          return reject({ code: 'NotAuthorized', because: 'NotOfACentre' } as const);
        }
        const { journal } = context.kinds.of(specialAccountKind);
        // A day to come is refused whatever account it will have.
        const isKnown = day <= dayOf(at);
        const specialAccount = isKnown ? await accountInForce(journal, { centre, day, at }) : null;
        return { region, centre, day, specialAccount };
      },
    },
    closeFeeDay: {
      does: 'CloseFeeDay',
      action: 'CLOSE_FEE_DAY',
      may: (viewer) => viewer.scopes.has('fees:invoice') || 'NotFinanceWindow',
      command: async ({ statement }, { viewer, context, at }, { centre, day }) => {
        const { journal } = context.kinds.of(feeBillKind);
        const [officer, books] = await Promise.all([
          context.facts.officer(personOf(viewer).id),
          bookingsOf(journal, { centre, day, at }),
        ]);
        return {
          officer,
          ...books,
          statement: statement.map(({ reference, amount }) => ({ reference, amount })),
        };
      },
    },
  },
);
