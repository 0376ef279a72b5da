import type { Instant } from '@onewindow/kernel';
import { MOST_RANGES, type Journal, type JournalEvent } from '@onewindow/persistence';
import { listsOfEach, type Caller } from '@onewindow/service';
import { createLoader, type Loader } from '@onewindow/subgraph';
import type { StaffState } from '../domain/staff-member.ts';
import type { Journals } from '../persistence/create-journals.ts';
import { seesPlace, type Place } from '../queries/sight.ts';
import { toView, type View } from '../queries/view.ts';

/** One Mongo command for all rows of a type that a request asks for. */
export function createLoaders(journals: Journals, { viewer, at }: Pick<Caller, 'viewer' | 'at'>) {
  const departments = byId(journals.departments, at);
  /** Whether the viewer sees what belongs there: of seals and letters, nothing else is ever loaded. */
  const sees = (place: Place): Promise<boolean> =>
    seesPlace(viewer, place, async (id) => (await departments.load(id))?.centre ?? null);
  return {
    departments,
    sees,
    regions: byId(journals.regions, at),
    centres: byId(journals.centres, at),
    windows: byId(journals.windows, at),
    staff: byId(journals.staff, at),
    letters: seenOnly(byId(journals.letters, at), sees),
    seals: seenOnly(byId(journals.seals, at), sees),
    windowsOfCentre: listsOfEach(journals.windows, each('byCentre', 'state.centre'), at),
    usesOfSeal: listsOfEach(journals.sealUses, each('bySeal', 'state.seal'), at),
    staffOfWindow: createLoader(async (windows: readonly string[]) => {
      const parts = inParts(windows, MOST_RANGES).map((part) => staffOf(journals, part, at));
      return (await Promise.all(parts)).flat();
    }),
  };
}

/** The list of each parent that `field` names. */
const each = (query: string, field: string) => (_all: object, values: readonly string[]) => ({
  query,
  equality: {},
  each: { field, values },
});

/** What the viewer sees of it; null is the answer for every other row, as for one that is not there. */
function seenOnly<Row extends Place>(
  rows: Loader<string, Row | null>,
  sees: (place: Place) => Promise<boolean>,
): Pick<Loader<string, Row | null>, 'load'> {
  return createLoader(async (ids: readonly string[]) => {
    const found = await rows.loadMany(ids);
    return Promise.all(
      found.map(async (row) =>
        row === null || row instanceof Error || (await sees(row)) ? row : null,
      ),
    );
  });
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

const inParts = <Value>(values: readonly Value[], most: number): readonly (readonly Value[])[] =>
  Array.from({ length: Math.ceil(values.length / most) }, (_, part) =>
    values.slice(part * most, (part + 1) * most),
  );

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
