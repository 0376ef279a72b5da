import type { Viewer } from '@onewindow/identity';
import { reject } from '@onewindow/kernel';
import { idFromCode } from '@onewindow/persistence';
import type { View } from '@onewindow/service';
import type { RequestContext } from '../context.ts';
import { departmentKind } from '../department/department.kind.ts';
import { defineCommands } from '../kit.ts';
import { manages, ofHisCentre } from '../rights.ts';
import { staffMemberKind } from '../staff-member/staff-member.kind.ts';
import type { SealState } from './domain/approval-seal.ts';
import { sealKind } from './seal.kind.ts';

/** The centre that the seal's department has entered manages it. */
const may = async (viewer: Viewer, { department }: View<SealState>, { centreOf }: RequestContext) =>
  ofHisCentre(viewer, await centreOf(department), 'DepartmentOfAnotherCentre');

/** What a manager does with seals. */
export const sealCommands = defineCommands(
  sealKind,
  { id: 'sealId', token: manages },
  {
    registerSeal: {
      creates: 'RegisterSeal',
      exists: 'sealCode',
      id: ({ code }) => idFromCode('approval-seal', code),
      command: async ({ code, departmentId }, { id, viewer, context: { kinds } }) => {
        const department = await kinds.of(departmentKind).fresh(departmentId);
        if (!department) return reject({ code: 'NotFound', id: departmentId });
        const own = ofHisCentre(viewer, department.centre, 'DepartmentOfAnotherCentre');
        if (own !== true) return reject({ code: 'NotAuthorized', because: own });
        return { id, code, department: departmentId, region: department.region };
      },
    },
    /** The new custodian is chief representative now, of the department whose seal it is (002:104). */
    transferSealCustody: {
      does: 'TransferCustody',
      may,
      command: async ({ custodianId: custodian }, { context: { kinds } }, { department }) => {
        const member = await kinds.of(staffMemberKind).fresh(custodian);
        if (!member) return reject({ code: 'NotFound', id: custodian });
        const { posting, homeDepartment } = member;
        const custodianIsChief =
          posting.status === 'CHIEF_REPRESENTATIVE' && homeDepartment === department;
        return { custodian, custodianIsChief };
      },
    },
    destroySeal: {
      does: 'DestroySeal',
      may,
      command: ({ reason }) => ({ reason }),
    },
  },
);
