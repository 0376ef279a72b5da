import type { Instant } from '@onewindow/kernel';
import type { Journal, JournalEvent } from '@onewindow/persistence';
import { createLoader, type Loader } from '@onewindow/subgraph';
import type { StaffState } from '../domain/staff-member.ts';
import type { Journals } from '../persistence/create-journals.ts';
import { toView, type View } from '../queries/view.ts';

/** One Mongo command for all rows of a type that a request asks for. */
export function createLoaders(journals: Journals, at: Instant) {
  return {
    regions: byId(journals.regions, at),
    centres: byId(journals.centres, at),
    departments: byId(journals.departments, at),
    windows: byId(journals.windows, at),
    staff: byId(journals.staff, at),
    letters: byId(journals.letters, at),
    seals: byId(journals.seals, at),
    staffOfWindow: createLoader((windows: readonly string[]) => staffOf(journals, windows, at)),
  };
}

export type Loaders = ReturnType<typeof createLoaders>;

function byId<
  State extends { readonly status: string },
  Command,
  Event extends JournalEvent,
  Rejection,
>(
  journal: Journal<State, Command, Event, Rejection>,
  at: Instant,
): Loader<string, View<State> | null> {
  return createLoader(async (ids: readonly string[]) => {
    const found = await journal.findMany(ids, at);
    return found.map((loaded) => (loaded === null ? null : toView(loaded)));
  });
}

/** A window has a handful of people; the pages are for the day when a hundred windows are asked for. */
async function staffOf(journals: Journals, windows: readonly string[], at: Instant) {
  const byWindow = new Map<string, View<StaffState>[]>(windows.map((window) => [window, []]));
  let after: string | undefined;
  do {
    const page = await journals.staff.list(
      {
        query: 'byWindow',
        equality: { 'state.posting.window': windows },
        first: 500,
        ...(after === undefined ? {} : { after }),
      },
      at,
    );
    for (const { node } of page.edges) {
      const member = toView(node);
      if (member.posting.status !== 'NOT_POSTED') byWindow.get(member.posting.window)?.push(member);
    }
    after = page.hasNextPage ? page.edges.at(-1)?.cursor : undefined;
  } while (after !== undefined);
  return windows.map((window) => byWindow.get(window) ?? []);
}
