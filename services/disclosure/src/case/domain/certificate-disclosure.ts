import type { EntryContent } from '../../entry/domain/disclosure-entry.ts';
import { isMadeOfIdNumber } from '../../entry/domain/id-number.ts';
import type { Channel } from '../../entry/domain/terms-of-disclosure.ts';
import type { ItemFact } from '../../item/domain/item-fact.ts';

/** Results are told at once, on the board and the web (001:39, 002:169). */
export const RESULT_CHANNELS: readonly Channel[] = ['BOARD', 'INTERNET'];

/**
 * The rule by which the results of a kind of item are told to everybody, null where there is none. A decision to
 * grant a licence must be (行政许可法 40). A marriage that was registered, a relief that was granted or a service
 * that was given concerns its applicant alone (政府信息公开条例 15, 001:17).
 */
const RULE_OF_RESULTS: Readonly<Record<ItemFact['kind'], string | null>> = {
  ADMIN_LICENCE: '行政许可法 40',
  NON_LICENCE_APPROVAL: null,
  PUBLIC_SERVICE: null,
  REGISTRATION: null,
  FEE_SERVICE: null,
};

/** What the public is told of a certificate: the words, and the number where that is not its holder's own. */
export interface CertificateDisclosure {
  readonly content: EntryContent;
  readonly certificateNumber: string | null;
}

/**
 * What the public is told of a certificate: which, of which item, on which day. Never to whom (001:17), so no number
 * that is made of an ID number. Null where no rule makes results of this kind of item public.
 */
export function certificateDisclosure(
  item: Pick<ItemFact, 'id' | 'name' | 'kind' | 'resultName'>,
  { number, day }: { readonly number: string; readonly day: string },
): CertificateDisclosure | null {
  const { id, name, kind, resultName } = item;
  const basis = RULE_OF_RESULTS[kind];
  if (basis === null) return null;
  const certificateNumber = isMadeOfIdNumber(number) ? null : number;
  const lines = [
    `事项：${name}`,
    `办理结果：${resultName ?? '准予'}`,
    ...(certificateNumber === null ? [] : [`证照编号：${certificateNumber}`]),
    `发放日期：${day}`,
  ];
  return {
    certificateNumber,
    content: {
      title: `${name}办理结果公开`,
      body: lines.join('\n'),
      basis,
      phase: 'AFTER',
      nature: 'RESULT',
      cadence: 'AD_HOC',
      topicGroup: 'HOT_POWER',
      item: id,
    },
  };
}
