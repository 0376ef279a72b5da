import type { ItemContent, TimeLimit } from './item-content.ts';

/** The nine elements of 002:165, in its order. */
export const DISCLOSURE_ELEMENTS = [
  'HANDLING_BODY',
  'BASIS',
  'CONDITIONS',
  'PROCEDURE',
  'TIME_LIMIT',
  'RESULT',
  'FEE_BASIS',
  'FEE_STANDARD',
  'SUPERVISION_CHANNEL',
] as const;
export type DisclosureElement = (typeof DISCLOSURE_ELEMENTS)[number];

/** The words for each of the nine, null where an item says nothing: what the board in the hall shows. */
export function publicProfile(
  content: ItemContent,
): Readonly<Record<DisclosureElement, string | null>> {
  return {
    HANDLING_BODY: content.handlingBody,
    BASIS: joined(
      content.legalBasis.map(({ title, number, article }) => joined([title, number, article], ' ')),
    ),
    CONDITIONS: content.conditions,
    PROCEDURE: joined(
      content.procedure.map(({ name }) => name),
      '→',
    ),
    TIME_LIMIT: timeLimit(content),
    RESULT: joined(content.results.map(({ name }) => name)),
    FEE_BASIS: feeElement(content, (fee) => fee.basis),
    FEE_STANDARD: feeElement(content, (fee) => fee.standard),
    SUPERVISION_CHANNEL: joined(content.supervisionChannels),
  };
}

/** Publishing is refused while one of the nine is empty (002:165). */
export function missingElements(content: ItemContent): readonly DisclosureElement[] {
  const profile = publicProfile(content);
  return DISCLOSURE_ELEMENTS.filter((element) => (profile[element] ?? '').trim() === '');
}

function timeLimit({ handlingMode, committedLimit, statutoryLimit }: ItemContent): string | null {
  if (handlingMode === 'IMMEDIATE') return '当场或当天办结';
  return joined([
    committedLimit && `承诺${inWords(committedLimit)}`,
    statutoryLimit && `法定${inWords(statutoryLimit)}`,
  ]);
}

/** "Nothing is charged" is an answer to both fee elements; silence is none, and so is a fee without it. */
function feeElement(
  { chargesFee, fees }: ItemContent,
  element: (fee: ItemContent['fees'][number]) => string | null,
): string | null {
  if (chargesFee === false) return '不收费';
  const told = fees.map(element);
  return told.some((text) => (text ?? '').trim() === '') ? null : joined(told);
}

function inWords({ value, unit }: TimeLimit): string {
  return `${value.toString()}个${unit === 'WORKING_DAYS' ? '工作日' : '自然日'}`;
}

function joined(parts: readonly (string | null)[], separator = '；'): string | null {
  const told = parts.filter((part) => part !== null && part.trim() !== '');
  return told.length === 0 ? null : told.join(separator);
}
