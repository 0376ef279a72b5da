import { PERMITTED } from '../../../domain/staff-posting.ts';
import { found } from '../../found.ts';
import { managesWindows } from '../../managers.ts';
import type { StaffMemberResolvers } from '../../types.generated.ts';

const ACTIONS = {
  RecordQualification: 'RECORD_QUALIFICATION',
  PostStaffMember: 'POST',
  WithdrawStaffMember: 'WITHDRAW',
  AppointChiefRepresentative: 'APPOINT_CHIEF',
  ReplaceChiefRepresentative: 'REPLACE_CHIEF',
} as const;

export const StaffMember: StaffMemberResolvers = {
  __resolveReference: ({ id }, { loaders }) => loaders.staff.load(id),
  rankLevel: ({ rank }) => rank,
  homeDepartment: async ({ homeDepartment }, _args, { loaders }) =>
    found(await loaders.departments.load(homeDepartment)),
  onPost: ({ posting }) => posting.status !== 'NOT_POSTED',
  window: ({ posting }, _args, { loaders }) =>
    posting.status === 'NOT_POSTED' ? null : loaders.windows.load(posting.window),
  post: ({ posting }) => (posting.status === 'NOT_POSTED' ? null : posting.post),
  postedSince: ({ posting }) => (posting.status === 'NOT_POSTED' ? null : posting.since),
  availableActions: async (member, _args, { viewer, loaders }) => {
    const { posting, homeDepartment } = member;
    const centre =
      posting.status === 'NOT_POSTED'
        ? (await loaders.departments.load(homeDepartment))?.centre
        : posting.centre;
    return managesWindows(viewer) && viewer.centre !== undefined && viewer.centre === centre
      ? PERMITTED[member.status].map((command) => ACTIONS[command])
      : [];
  },
};
