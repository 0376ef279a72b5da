import { reject } from '@onewindow/kernel';
import { idFromCode } from '@onewindow/persistence';
import { validityOutside } from '../date-bounds.ts';
import { defineCommands } from '../kit.ts';
import { manages, ofHisCentre } from '../rights.ts';
import { staffMemberKind } from '../staff-member/staff-member.kind.ts';
import { authorizationLetterKind } from './authorization-letter.kind.ts';
import { isHiddenFrom, type ItemReplica } from './item-replica.ts';

/** What a manager does with letters of authorisation. */
export const authorizationLetterCommands = defineCommands(
  authorizationLetterKind,
  { id: 'letterId', token: manages },
  {
    /** The letter is the delegate's home department's; its items are looked up in this service's replica. */
    grantAuthorization: {
      creates: 'GrantAuthorization',
      exists: 'documentNumber',
      id: ({ documentNumber }) => idFromCode('authorization-letter', documentNumber),
      command: async (input, { id, viewer, at, context }) => {
        const { documentNumber, delegateId: delegate } = input;
        const member = await context.kinds.of(staffMemberKind).fresh(delegate);
        if (!member) return reject({ code: 'NotFound', id: delegate });
        const { homeDepartment, posting, region } = member;
        const isPosted = posting.status !== 'NOT_POSTED';
        const may = !isPosted || ofHisCentre(viewer, posting.centre, 'PostedElsewhere');
        if (may !== true) return reject({ code: 'NotAuthorized', because: may });
        const [validFrom, validUntil] = [input.validFrom ?? at, input.validUntil ?? null];
        const outside = validityOutside({ validFrom, validUntil }, at);
        if (outside) return outside;
        const items = [...new Set(input.itemIds)];
        const { unknown, foreign } = await looksUp(context.items, items, homeDepartment);
        if (unknown !== undefined) return reject(context.notKnown(unknown));
        return {
          id,
          region,
          documentNumber,
          department: homeDepartment,
          delegate,
          items,
          powers: [...new Set(input.powers)],
          validFrom,
          validUntil,
          foreignItems: foreign,
          delegateHomeDepartment: homeDepartment,
          delegateOnPost: isPosted,
        };
      },
    },
    /** By the centre that the letter's department has entered. */
    revokeAuthorization: {
      does: 'RevokeAuthorization',
      may: async (viewer, { department }, { centreOf }) =>
        ofHisCentre(viewer, await centreOf(department), 'DepartmentOfAnotherCentre'),
      command: ({ reason }) => ({ reason }),
    },
  },
);

/** The first item that nothing is known of for this department, and those that belong to another one. */
async function looksUp(items: ItemReplica, ids: readonly string[], department: string) {
  const rows = await items.findMany(ids);
  return {
    unknown: ids.find((_, index) => {
      const row = rows[index];
      return !row || isHiddenFrom(department, row);
    }),
    foreign: ids.filter((_, index) => rows[index]?.department !== department),
  };
}
