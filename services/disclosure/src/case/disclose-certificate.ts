import { dayOf } from '@onewindow/calendar';
import type { Instant } from '@onewindow/kernel';
import { idFromEvent } from '@onewindow/persistence';
import type { Place } from '../entry/domain/disclosure-entry.ts';
import type { EntryJournal } from '../entry/entry.kind.ts';
import type { ItemReplica } from '../item/item-replica.ts';
import { certificateDisclosure, RESULT_CHANNELS } from './domain/certificate-disclosure.ts';

export interface IssuedCertificate {
  readonly eventId: string;
  readonly at: Instant;
  readonly place: Place;
  readonly item: string;
  readonly caseId: string;
  readonly number: string;
}

/**
 * The result of a case, told at once where it is one that everybody may know (第一时间: 001:39). An item that is not
 * known yet is waited for.
 */
export async function discloseCertificate(
  { entries, items }: { readonly entries: EntryJournal; readonly items: ItemReplica },
  { eventId, at, place, item, caseId, number }: IssuedCertificate,
): Promise<void> {
  const [known] = await items.findMany([item]);
  if (!known) throw new Error(`No event of the item ${item} has come yet.`);
  const told = certificateDisclosure(known.fact, { number, day: dayOf(at) });
  if (told === null) return;
  const { content, certificateNumber } = told;
  const outcome = await entries.create({
    id: idFromEvent(eventId, 'certificate-disclosure'),
    command: {
      type: 'DiscloseFact',
      at,
      place,
      channels: RESULT_CHANNELS,
      content,
      origin: { kind: 'CERTIFICATE', caseId, certificateNumber },
    },
    meta: { actor: eventId, at },
    fromEvent: true,
  });
  if (!outcome.ok) throw new Error(`A result's entry was refused: ${outcome.rejection.code}`);
}
