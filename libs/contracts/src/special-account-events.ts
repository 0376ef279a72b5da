import { z } from 'zod';
import { defineEvent } from './define-event.ts';

/** The account of a centre that its fees are paid to, from a day on. */
export const specialAccountSnapshot = z.object({
  id: z.uuid(),
  status: z.enum(['NAMED']),
  region: z.uuid(),
  centre: z.uuid(),
  account: z.string(),
  /** The first day on which it holds, until another one does. */
  from: z.string(),
});
export type SpecialAccountSnapshot = z.infer<typeof specialAccountSnapshot>;

export const specialAccountNamed = defineEvent({
  service: 'cases',
  aggregate: 'special-account',
  happened: 'named',
  version: 1,
  schema: z.object({ happened: z.object({}), snapshot: specialAccountSnapshot }),
  description: {
    en: 'A centre’s fees are paid to this account from a day on.',
    zh: '确定缴存专户',
  },
});

/** All that is told of a special account. */
export const specialAccountEvents = { named: specialAccountNamed } as const;
