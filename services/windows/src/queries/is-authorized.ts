import type { Instant } from '@onewindow/kernel';
import { authorizes, type Power } from '../domain/authorization-letter.ts';
import type { Journals } from '../persistence/create-journals.ts';
import type { Place } from './sight.ts';

/**
 * Whether a member of staff is on post and has a letter that gives this power over this item (002:37).
 * False for whose letters the asker does not see, as when there were none.
 */
export async function isAuthorized(
  {
    journals,
    sees,
  }: { readonly journals: Journals; readonly sees: (place: Place) => Promise<boolean> },
  question: {
    readonly staff: string;
    readonly item: string;
    readonly power: Power;
    readonly at: Instant;
  },
): Promise<boolean> {
  const { staff, at } = question;
  const member = await journals.staff.find(staff, at);
  if (member?.state.status !== 'ON_POST' && member?.state.status !== 'CHIEF_REPRESENTATIVE')
    return false;
  const { region, homeDepartment: department } = member.state;
  if (!(await sees({ region, department }))) return false;
  let after: string | undefined;
  do {
    const page = await journals.letters.list(
      {
        query: 'byDelegate',
        equality: { 'state.delegate': staff },
        first: 100,
        ...(after === undefined ? {} : { after }),
      },
      at,
    );
    if (page.edges.some(({ node }) => authorizes(node.state, question))) return true;
    after = page.hasNextPage ? page.edges.at(-1)?.cursor : undefined;
  } while (after !== undefined);
  return false;
}
