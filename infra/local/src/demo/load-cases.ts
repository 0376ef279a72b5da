import { findPersona } from '../identity-provider/personas.ts';
import type { Receipt } from './demo-notes.ts';
import type { Answer, Graph } from './graph.ts';
import { NO_PHONE } from './history/invented-applicants.ts';
import { NOT_YET } from './history/play-history.ts';
import type { LoadedItem } from './load-items.ts';

interface Submitted extends Answer {
  readonly case: { readonly id: string; readonly receiptNumber: string };
  /** Given once: null when the case was there already. */
  readonly queryCode: string | null;
}

/**
 * A few applications of the personas: one waits, one was told what is missing, one is in hand. Answers the receipt of
 * the last one, null when it was given before.
 */
export async function loadCases(
  graph: Graph,
  items: readonly LoadedItem[],
): Promise<Receipt | null> {
  const [first, second, third] = items.filter(({ department }) => department === 'market');
  if (first === undefined || second === undefined || third === undefined) {
    throw new Error('The demo has fewer than three items of the market regulation department');
  }
  await submit(graph, first, { persona: 'neighbour', complete: true });
  const short = await submit(graph, second, { persona: 'citizen', complete: false });
  await graph.command({
    persona: 'officer',
    mutation: 'requestSupplement',
    input: {
      commandId: 'demo-supplement',
      caseId: short.case.id,
      materials: second.materials.slice(1),
    },
    notYet: NOT_YET,
  });
  const accepted = await submit(graph, third, { persona: 'citizen', complete: true });
  await graph.command({
    persona: 'officer',
    mutation: 'acceptCase',
    input: { commandId: 'demo-accept', caseId: accepted.case.id, rightsInformed: true },
    notYet: NOT_YET,
  });
  const { queryCode } = accepted;
  return queryCode === null ? null : { receiptNumber: accepted.case.receiptNumber, queryCode };
}

function submit(
  graph: Graph,
  { id: itemId, materials }: LoadedItem,
  { persona, complete }: { readonly persona: string; readonly complete: boolean },
): Promise<Submitted> {
  const who = findPersona(persona);
  return graph.command<Submitted>({
    persona,
    mutation: 'submitCase',
    input: {
      commandId: `demo-case-${persona}-${itemId}`,
      itemId,
      materials: complete ? materials : materials.slice(0, 1),
      applicant: {
        kind: who?.kind,
        name: who?.name,
        phone: NO_PHONE,
        identityNumber: who?.identityNumber,
      },
    },
    select: 'case { id receiptNumber } queryCode',
    notYet: NOT_YET,
  });
}
