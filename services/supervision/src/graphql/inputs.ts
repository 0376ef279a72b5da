import { phoneNumber } from '@onewindow/subgraph';
import { z } from 'zod';

const text = (most: number) => z.string().trim().min(1).max(most);
const LONG = 2_000;

const words = z.string().max(LONG);

/** What staff write is not endless; that it is not blank is the decider's. The rest the SDL has checked. */
export const noted = z.looseObject({ note: words.nullish() });
export const reasoned = z.looseObject({ reason: words });

export const excludeFromCaseInput = z.looseObject({
  reason: text(LONG),
  commandId: z.string().max(128).nullish(),
});

/** What `@constraint` can't say: forms of ids, and that what is given is not blank. */
export const fileComplaintInput = z.looseObject({
  caseId: z.uuid().nullish(),
  receipt: z.object({ receiptNumber: text(64), queryCode: text(64) }).nullish(),
  centreId: z.uuid().nullish(),
  targetId: z.uuid().nullish(),
  channel: z.enum([
    'PHONE',
    'MAILBOX',
    'OPINION_BOX',
    'SERVICE_DESK',
    'WEB',
    'HOTLINE',
    'REPORT_PHONE',
  ]),
  text: text(LONG),
  complainant: z
    .object({
      name: text(200).nullish(),
      phone: phoneNumber.nullish(),
      identityNumber: text(18).nullish(),
    })
    .nullish(),
});
