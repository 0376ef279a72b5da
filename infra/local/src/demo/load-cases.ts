import { findPersona } from '../identity-provider/personas.ts';
import type { Answer, Graph } from './graph.ts';

interface CaseAnswer extends Answer {
  readonly case: { readonly id: string };
}

/** A few applications of the personas: one waits, one was told what is missing, one is in hand. */
export async function loadCases(graph: Graph, itemIds: readonly string[]): Promise<void> {
  const [first = '', second = '', third = ''] = itemIds;
  await submit(graph, { persona: 'neighbour', itemId: first, complete: true });
  const short = await submit(graph, { persona: 'citizen', itemId: second, complete: false });
  await graph.command({
    persona: 'officer',
    mutation: 'requestSupplement',
    input: {
      commandId: 'demo-supplement',
      caseId: short,
      materials: (await materialsOf(graph, second)).slice(1),
    },
    notYet: NOT_YET,
  });
  const accepted = await submit(graph, { persona: 'citizen', itemId: third, complete: true });
  await graph.command({
    persona: 'officer',
    mutation: 'acceptCase',
    input: { commandId: 'demo-accept', caseId: accepted, rightsInformed: true },
    notYet: NOT_YET,
  });
}

/** What a service answers that has not heard yet of the item, the post or the letter. */
const NOT_YET = ['ItemNotInService', 'NotOnPost', 'NotAuthorizedForItem', 'NotFound'];

async function submit(
  graph: Graph,
  {
    persona,
    itemId,
    complete,
  }: { readonly persona: string; readonly itemId: string; readonly complete: boolean },
): Promise<string> {
  const who = findPersona(persona);
  const materials = await materialsOf(graph, itemId);
  const answer = await graph.command<CaseAnswer>({
    persona,
    mutation: 'submitCase',
    input: {
      commandId: `demo-case-${persona}-${itemId}`,
      itemId,
      materials: complete ? materials : materials.slice(0, 1),
      applicant: {
        kind: who?.kind,
        name: who?.name,
        phone: '00000000000',
        identityNumber: who?.identityNumber,
      },
    },
    select: 'case { id }',
    notYet: NOT_YET,
  });
  return answer.case.id;
}

async function materialsOf({ query }: Graph, id: string): Promise<readonly string[]> {
  const { item } = await query<{
    readonly item: { readonly requiredMaterials: readonly { readonly id: string }[] } | null;
  }>('officer', 'query DemoMaterials($id: ID!) { item(id: $id) { requiredMaterials { id } } }', {
    id,
  });
  return (item?.requiredMaterials ?? []).map((material) => material.id);
}
