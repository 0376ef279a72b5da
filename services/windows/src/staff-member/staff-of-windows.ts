import type { Instant } from '@onewindow/kernel';
import { MOST_RANGES } from '@onewindow/persistence';
import type { View } from '@onewindow/service';
import { createLoader, type Loader } from '@onewindow/subgraph';
import type { StaffState } from './domain/staff-member.ts';
import { staffMemberKind, type StaffJournal } from './staff-member.kind.ts';

type Staff = readonly View<StaffState>[];

/** Who is on post at each window that a request asks for: one Mongo command for as many windows as one may name. */
export const createStaffOfWindow = (
  staff: Pick<StaffJournal, 'list'>,
  at: Instant,
): Loader<string, Staff> =>
  createLoader(async (windows: readonly string[]) => {
    const parts = inParts(windows, MOST_RANGES).map((part) => staffOf(staff, part, at));
    return (await Promise.all(parts)).flat();
  });

const inParts = <Value>(values: readonly Value[], most: number): readonly (readonly Value[])[] =>
  Array.from({ length: Math.ceil(values.length / most) }, (_, part) =>
    values.slice(part * most, (part + 1) * most),
  );

/** A window has a handful of people; the pages are for the day when a hundred windows are asked for. */
async function staffOf(
  staff: Pick<StaffJournal, 'list'>,
  windows: readonly string[],
  at: Instant,
): Promise<readonly Staff[]> {
  const byWindow = new Map<string, View<StaffState>[]>(windows.map((window) => [window, []]));
  let after: string | undefined;
  do {
    const page = await staff.list(
      {
        query: 'byWindow',
        equality: { 'state.posting.window': windows },
        first: 500,
        ...(after !== undefined && { after }),
      },
      at,
    );
    for (const { node } of page.edges) {
      const member = staffMemberKind.toView(node);
      if (member.posting.status !== 'NOT_POSTED') byWindow.get(member.posting.window)?.push(member);
    }
    after = page.hasNextPage ? page.edges.at(-1)?.cursor : undefined;
  } while (after !== undefined);
  return windows.map((window) => byWindow.get(window) ?? []);
}
