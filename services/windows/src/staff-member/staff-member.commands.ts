import type { Viewer } from '@onewindow/identity';
import { reject } from '@onewindow/kernel';
import { idFromCode } from '@onewindow/persistence';
import type { View } from '@onewindow/service';
import type { RequestContext } from '../context.ts';
import { departmentKind } from '../department/department.kind.ts';
import { defineCommands } from '../kit.ts';
import { manages, ofHisCentre } from '../rights.ts';
import { windowKind } from '../window/window.kind.ts';
import type { StaffState } from './domain/staff-member.ts';
import { staffMemberKind } from './staff-member.kind.ts';

/** Whoever is posted belongs to that centre's daily management (002:8); who is not, to his department's centre. */
async function may(
  viewer: Viewer,
  { posting, homeDepartment }: View<StaffState>,
  { kinds }: RequestContext,
) {
  if (posting.status !== 'NOT_POSTED')
    return ofHisCentre(viewer, posting.centre, 'PostedElsewhere');
  const home = await kinds.of(departmentKind).fresh(homeDepartment);
  return ofHisCentre(viewer, home?.centre ?? null, 'DepartmentOfAnotherCentre');
}

/** What a manager does with his staff. */
export const staffMemberCommands = defineCommands(
  staffMemberKind,
  { id: 'staffMemberId', token: manages },
  {
    /** The badge number makes the id, so that an identity provider can name it before anybody registers. */
    registerStaffMember: {
      creates: 'RegisterStaffMember',
      exists: 'badgeNumber',
      id: ({ badgeNumber }) => idFromCode('staff-member', badgeNumber),
      command: async (input, { id, viewer, context: { kinds } }) => {
        const { name, badgeNumber, homeDepartmentId: homeDepartment, formallyEmployed } = input;
        const home = await kinds.of(departmentKind).fresh(homeDepartment);
        if (!home) return reject({ code: 'NotFound', id: homeDepartment });
        const { centre, region } = home;
        const own = ofHisCentre(viewer, centre, 'DepartmentOfAnotherCentre');
        if (own !== true) return reject({ code: 'NotAuthorized', because: own });
        const rank = input.rankLevel;
        return { id, name, badgeNumber, homeDepartment, region, rank, formallyEmployed };
      },
    },
    recordQualification: {
      does: 'RecordQualification',
      action: 'RECORD_QUALIFICATION',
      may,
      command: ({ course }) => ({ course }),
    },
    /** The window is one of the viewer's centre, open, and serves the home department. */
    postStaffMember: {
      does: 'PostStaffMember',
      action: 'POST',
      may,
      command: async (
        { windowId: window, post },
        { viewer, context: { kinds } },
        { homeDepartment },
      ) => {
        const found = await kinds.of(windowKind).fresh(window);
        if (!found) return reject({ code: 'NotFound', id: window });
        const { centre, departments, status: windowStatus } = found;
        const own = ofHisCentre(viewer, centre, 'WindowOfAnotherCentre');
        if (own !== true) return reject({ code: 'NotAuthorized', because: own });
        if (!departments.includes(homeDepartment))
          return reject({ code: 'NotAuthorized', because: 'WindowOfAnotherDepartment' });
        return { centre, window, post, windowStatus };
      },
    },
    withdrawStaffMember: {
      does: 'WithdrawStaffMember',
      action: 'WITHDRAW',
      may,
      command: ({ reason }) => ({ reason }),
    },
    appointChiefRepresentative: {
      does: 'AppointChiefRepresentative',
      action: 'APPOINT_CHIEF',
      may,
      claims: 'chiefRepresentative',
      holder: async ({ posting }, { loaders }) =>
        posting.status === 'NOT_POSTED'
          ? null
          : ((await loaders.staffOfWindow.load(posting.window)).find(
              ({ status }) => status === 'CHIEF_REPRESENTATIVE',
            )?.id ?? null),
      command: () => ({}),
    },
    replaceChiefRepresentative: {
      does: 'ReplaceChiefRepresentative',
      action: 'REPLACE_CHIEF',
      may,
      command: ({ reason }) => ({ reason }),
    },
  },
);
