import { reject } from '@onewindow/kernel';
import { centreKind } from '../centre/centre.kind.ts';
import { defineCommands } from '../kit.ts';
import { takesIn } from '../region/reach.ts';
import { manages, ofHisCentre } from '../rights.ts';
import { staffMemberKind } from '../staff-member/staff-member.kind.ts';
import { departmentKind } from './department.kind.ts';

/** What a manager does with a department that is known. */
export const departmentCommands = defineCommands(
  departmentKind,
  { id: 'departmentId', token: manages },
  {
    /** Into the centre of who says so: never one named in an argument. */
    enterDepartment: {
      does: 'EnterDepartment',
      may: async (viewer, { region }, { kinds }) =>
        viewer.centre === undefined ? 'NoCentre' : takesIn(kinds, viewer, region),
      command: async (_input, { viewer: { centre = '' }, context: { kinds } }) =>
        (await kinds.of(centreKind).fresh(centre))
          ? { centre }
          : reject({ code: 'NotFound', id: centre }),
    },
    /** Its roster goes to the centre that it has entered (002:100), which keeps it. */
    nameLeaderInCharge: {
      does: 'NameLeaderInCharge',
      may: (viewer, { centre }) => ofHisCentre(viewer, centre, 'DepartmentOfAnotherCentre'),
      command: async ({ staffMemberId: id }, { context: { kinds } }) => {
        const member = await kinds.of(staffMemberKind).fresh(id);
        if (!member) return reject({ code: 'NotFound', id });
        return { leader: { id, homeDepartment: member.homeDepartment } };
      },
    },
  },
);
