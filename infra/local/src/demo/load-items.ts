import { findPersona } from '../identity-provider/personas.ts';
import { COUNTERS } from './counters.ts';
import type { Graph } from './graph.ts';
import { DEMO_ITEMS, guideOf, type DemoItem } from './guide.ts';
import { inLanes } from './in-lanes.ts';
import { centreId } from './places.ts';

/** An item that is in service, with the ids of the materials that its guide asks for. */
export interface LoadedItem extends DemoItem {
  readonly id: string;
  readonly materials: readonly string[];
}

const LANES = 4;

/** From the catalogue's bare rows to items in service: written, reviewed by another, published, entered. */
export function loadItems(graph: Graph): Promise<readonly LoadedItem[]> {
  return inLanes(LANES, DEMO_ITEMS, async (item) => {
    const id = await idOf(graph, item);
    await bringIntoService(graph, item, id);
    return { ...item, id, materials: await materialsOf(graph, id) };
  });
}

async function bringIntoService({ command }: Graph, item: DemoItem, id: string): Promise<void> {
  const persona = editorOf(item);
  const step = (name: string) => ({ id, commandId: `demo-${name}-${item.code}` });
  await command({
    persona,
    mutation: 'reviseItem',
    input: { ...step('guide'), reason: '演示指南', changes: guideOf(item) },
  });
  await command({ persona, mutation: 'submitItemForReview', input: step('submit') });
  await command({
    persona: 'reviewer',
    mutation: 'reviewItem',
    input: { ...step('review'), decision: 'CONFIRM', opinion: '演示审核：同意' },
  });
  await command({ persona, mutation: 'publishItem', input: step('publish') });
  await command({
    persona,
    mutation: 'enterItem',
    input: { ...step('enter'), centreId },
    notYet: ['NotYetKnown', 'CentreUnknown', 'DepartmentNotAtCentre'],
  });
}

/** The editor of the department, or its chief representative where there is no other. */
function editorOf({ department }: DemoItem): string {
  const counter = COUNTERS.find((one) => one.department === department);
  return findPersona('editor')?.department === department
    ? 'editor'
    : (counter?.chief.key ?? 'editor');
}

async function idOf({ query }: Graph, { code }: DemoItem): Promise<string> {
  const { itemByCode } = await query<{ readonly itemByCode: { readonly id: string } | null }>(
    'editor',
    'query DemoItem($code: String!) { itemByCode(code: $code) { id } }',
    { code },
  );
  if (itemByCode === null) throw new Error(`The catalogue has no item ${code}`);
  return itemByCode.id;
}

async function materialsOf({ query }: Graph, id: string): Promise<readonly string[]> {
  const { item } = await query<{
    readonly item: { readonly requiredMaterials: readonly { readonly id: string }[] } | null;
  }>('officer', 'query DemoMaterials($id: ID!) { item(id: $id) { requiredMaterials { id } } }', {
    id,
  });
  return (item?.requiredMaterials ?? []).map((material) => material.id);
}
