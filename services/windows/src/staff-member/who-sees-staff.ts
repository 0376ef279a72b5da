import { isPerson, seesPlace, type Viewer } from '@onewindow/identity';
import type { View } from '@onewindow/service';
import type { RequestContext } from '../context.ts';
import { departmentKind } from '../department/department.kind.ts';
import type { StaffState } from './domain/staff-member.ts';

type Staff = View<StaffState>;

/**
 * Whether somebody is read by his id, which follows from his badge number and so can be guessed. Who serves at a
 * window is public (002:165, 002:167); who does not is there for those only who read his record.
 */
export const mayFind = async (
  viewer: Viewer,
  member: Staff,
  context: Pick<RequestContext, 'kinds'>,
): Promise<boolean> =>
  member.posting.status !== 'NOT_POSTED' || (await mayReadRecord(viewer, member, context));

/**
 * Whether the viewer reads rank, employment, assessment and since when he is on post: himself, staff of his own
 * department, who manages the centre where he serves or that his department has entered, and who supervises that centre
 * or his region. It is no part of the name plate.
 */
export async function mayReadRecord(
  viewer: Viewer,
  { id, region, homeDepartment: department, posting }: Staff,
  { kinds }: Pick<RequestContext, 'kinds'>,
): Promise<boolean> {
  if (isPerson(viewer, id)) return true;
  const place = { region, department };
  const where = posting.status === 'NOT_POSTED' ? null : posting.centre;
  if (await seesPlace(viewer, place, () => where)) return true;
  return seesPlace(
    viewer,
    place,
    async (home) => (await kinds.of(departmentKind).byId.load(home))?.centre ?? null,
  );
}
