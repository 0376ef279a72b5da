import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createGraph, type Graph } from './graph.ts';
import { loadCases } from './load-cases.ts';
import { loadItems } from './load-items.ts';
import { loadCentre, loadWindows } from './load-places.ts';
import { loadLetters, loadStaff } from './load-staff.ts';
import { centreId } from './places.ts';

export interface DemoRequest {
  readonly gateway: string;
  readonly identity: string;
  /** The folder of this run's data, where it is noted that the demo is complete. */
  readonly data: string;
  /** Takes the published catalogue: departments, then items. */
  readonly importCatalogue: (as: {
    readonly gateway: string;
    readonly token: string;
  }) => Promise<void>;
}

/**
 * Loads the demo centre through the graph. Every command has an id of its own, so that a load that was broken off
 * goes on where it was; one that is complete is not looked at again.
 */
export async function loadDemo(request: DemoRequest): Promise<void> {
  const graph = createGraph(request);
  const note = join(request.data, 'demo-loaded');
  if (existsSync(note) && (await centreIsThere(graph))) return;
  await loadCentre(graph);
  const { gateway } = request;
  await request.importCatalogue({ gateway, token: await graph.tokenOf('importer') });
  await loadWindows(graph);
  await loadStaff(graph);
  const itemIds = await loadItems(graph);
  await loadLetters(graph, itemIds);
  await loadCases(graph, itemIds);
  writeFileSync(note, '');
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
