import { phoneNumber } from '@onewindow/subgraph';
import { z } from 'zod';

const text = (most: number) => z.string().trim().min(1).max(most);

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
  text: text(2_000),
  complainant: z
    .object({
      name: text(200).nullish(),
      phone: phoneNumber.nullish(),
      identityNumber: text(18).nullish(),
    })
    .nullish(),
});
