import type { Instant } from '@onewindow/kernel';
import type { StaffJournal } from '../staff-member/staff-member.kind.ts';
import type { Place } from '@onewindow/identity';
import type { LetterJournal } from './authorization-letter.kind.ts';
import { authorizes, type Power } from './domain/authorization-letter.ts';

interface Asking {
  readonly staff: Pick<StaffJournal, 'find'>;
  readonly letters: Pick<LetterJournal, 'list'>;
  /** Whether the asker sees the letters that belong there. */
  readonly sees: (place: Place) => Promise<boolean>;
}

interface Question {
  readonly staff: string;
  readonly item: string;
  readonly power: Power;
  readonly at: Instant;
}

/**
 * Whether a member of staff is on post and has a letter that gives this power over this item (002:37).
 * False for whose letters the asker does not see, as when there were none.
 */
export async function isAuthorized(
  { staff, letters, sees }: Asking,
  question: Question,
): Promise<boolean> {
  const { staff: delegate, at } = question;
  const member = await staff.find(delegate, at);
  if (member?.state.status !== 'ON_POST' && member?.state.status !== 'CHIEF_REPRESENTATIVE')
    return false;
  const { region, homeDepartment: department } = member.state;
  if (!(await sees({ region, department }))) return false;
  let after: string | undefined;
  do {
    const page = await letters.list(
      {
        query: 'byDelegate',
        equality: { 'state.delegate': delegate },
        first: 100,
        ...(after !== undefined && { after }),
      },
      at,
    );
    if (page.edges.some(({ node }) => authorizes(node.state, question))) return true;
    after = page.hasNextPage ? page.edges.at(-1)?.cursor : undefined;
  } while (after !== undefined);
  return false;
}
