import { z } from 'zod';
import { defineEvent, type EventContract } from './define-event.ts';

const schema = z.object({
  happened: z.object({
    /** The kind of aggregate, whose id is the event's subject. */
    kind: z.string(),
    /** A code of who erased: why it was done. */
    reason: z.string(),
    /** The article that it rests on, null in erasures from before it was asked for. */
    legalBasis: z.string().nullable(),
    /** The number of the decision, null when the record no longer had to be kept. */
    decision: z.string().nullable(),
    /** How many texts are gone. */
    texts: z.int().positive(),
  }),
});
export type TextErasure = z.infer<typeof schema>['happened'];

const AGGREGATE = 'written-text';

/**
 * The contract event by which a service tells that texts of one of its aggregates were erased: whoever has kept a copy
 * of them erases it too. It has no snapshot, because an erasure changes no state.
 */
export const textErased = (service: string): EventContract<z.infer<typeof schema>> =>
  defineEvent({
    ...{ service, aggregate: AGGREGATE, happened: 'erased', version: 1, schema },
    description: {
      en: 'Texts that somebody wrote on a record were erased: whoever has a copy of them erases it too.',
      zh: '记录所附文字已依法删除，持有副本者应同步删除',
    },
  });

export const casesTextErased = textErased('cases');
export const disclosureTextErased = textErased('disclosure');
export const itemsTextErased = textErased('items');
export const supervisionTextErased = textErased('supervision');
export const windowsTextErased = textErased('windows');

/** Of all services: whoever keeps copies of others' texts listens to these. */
export const textsErased = [
  casesTextErased,
  disclosureTextErased,
  itemsTextErased,
  supervisionTextErased,
  windowsTextErased,
] as const;

/** Whether an event's type is that of an erasure, of whichever service. */
export const isErasureTold = (type: string): boolean => type.split('.')[2] === AGGREGATE;
