import type { Instant } from '@onewindow/kernel';
import { createClockFile } from './clock-file.ts';
import { createDemoNotes, type DemoNotes, type Receipt } from './demo-notes.ts';
import { createGraph, type Graph } from './graph.ts';
import { nationalCalendar } from './history/opening-hours.ts';
import { lastOpenMoment, openingOf, planHistory } from './history/plan-history.ts';
import { byMonth, playHistory } from './history/play-history.ts';
import { loadCases } from './load-cases.ts';
import { loadItems, type LoadedItem } from './load-items.ts';
import { loadCentre, loadWindows } from './load-places.ts';
import { loadLetters, loadStaff } from './load-staff.ts';
import { centreId } from './places.ts';

export interface DemoRequest {
  readonly gateway: string;
  readonly identity: string;
  /** The folder of this run's data, where it is noted that the demo is complete. */
  readonly data: string;
  /** The file that moves the business clock of all programs. */
  readonly clockFile: string;
  readonly now: Instant;
  /** Takes the published catalogue: departments, then items. */
  readonly importCatalogue: (as: {
    readonly gateway: string;
    readonly token: string;
  }) => Promise<void>;
  /** Shows what is going on. */
  readonly step: <Result>(name: string, work: () => Promise<Result>) => Promise<Result>;
}

const SEED = 20260301;

/**
 * Loads the demo centre through the graph: as if it had opened three months ago and worked since. Every command has an
 * id of its own, so that a load that was broken off goes on where it was; one that is complete is not looked at again.
 * Answers a receipt that one can ask for without an account, null when none was kept.
 */
export async function loadDemo(request: DemoRequest): Promise<Receipt | null> {
  const { step } = request;
  const graph = createGraph(request);
  const notes = createDemoNotes(request.data);
  const isThere = await centreIsThere(graph);
  if (isThere && notes.isComplete()) return notes.receipt();

  const clock = createClockFile(request.clockFile);
  const calendar = nationalCalendar();
  const anchor = anchorOf(notes, { isThere, now: request.now });
  if (anchor !== null) clock.set(openingOf({ calendar, anchor }));
  const items = await step('Loading the demo centre', () => loadPlacesAndItems(graph, request));
  if (anchor !== null) {
    const history = planHistory({ calendar, anchor, items, seed: SEED });
    for (const [month, steps] of byMonth(history)) {
      await step(`Playing ${month}: ${steps.length} steps of cases`, () =>
        playHistory(graph, clock, steps),
      );
    }
    // New cases only: those of a weekend's applications over the net may be a little later.
    clock.set(lastOpenMoment({ calendar, anchor }));
  }
  const receipt = await loadCases(graph, items);
  if (receipt !== null) notes.keepReceipt(receipt);
  clock.release();
  notes.complete();
  return notes.receipt();
}

/**
 * The moment at which the demo's past ends. Null for a centre that was there before without one: it lives already, and
 * its clock must not go back.
 */
function anchorOf(
  notes: DemoNotes,
  { isThere, now }: { readonly isThere: boolean; readonly now: Instant },
): Instant | null {
  if (!isThere) notes.beginAt(now);
  return notes.anchor();
}

async function loadPlacesAndItems(
  graph: Graph,
  { gateway, importCatalogue }: DemoRequest,
): Promise<readonly LoadedItem[]> {
  await loadCentre(graph);
  await importCatalogue({ gateway, token: await graph.tokenOf('importer') });
  await loadWindows(graph);
  await loadStaff(graph);
  const items = await loadItems(graph);
  await loadLetters(graph, items);
  return items;
}

/** Whoever emptied the database meanwhile gets the demo again. */
async function centreIsThere({ query }: Graph): Promise<boolean> {
  const { serviceCentre } = await query<{ readonly serviceCentre: object | null }>(
    'manager',
    'query DemoCentre($id: ID!) { serviceCentre(id: $id) { id } }',
    { id: centreId },
  );
  return serviceCentre !== null;
}
