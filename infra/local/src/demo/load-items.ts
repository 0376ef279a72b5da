import type { Graph } from './graph.ts';
import { DEMO_ITEMS, guideOf, type DemoItem } from './guide.ts';
import { centreId } from './places.ts';

/** From the catalogue's bare rows to items in service: written, reviewed by another, published, entered. */
export async function loadItems(graph: Graph): Promise<readonly string[]> {
  const ids: string[] = [];
  for (const item of DEMO_ITEMS) {
    const id = await idOf(graph, item);
    await bringIntoService(graph, item, id);
    ids.push(id);
  }
  return ids;
}

async function bringIntoService({ command }: Graph, item: DemoItem, id: string): Promise<void> {
  const step = (name: string) => ({ id, commandId: `demo-${name}-${item.code}` });
  await command({
    persona: 'editor',
    mutation: 'reviseItem',
    input: { ...step('guide'), reason: '演示指南', changes: guideOf(item) },
  });
  await command({ persona: 'editor', mutation: 'submitItemForReview', input: step('submit') });
  await command({
    persona: 'reviewer',
    mutation: 'reviewItem',
    input: { ...step('review'), decision: 'CONFIRM', opinion: '演示审核：同意' },
  });
  await command({ persona: 'editor', mutation: 'publishItem', input: step('publish') });
  await command({
    persona: 'editor',
    mutation: 'enterItem',
    input: { ...step('enter'), centreId },
    notYet: ['CentreUnknown', 'DepartmentNotAtCentre'],
  });
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
