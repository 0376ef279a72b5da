import { z } from 'zod';
import { defineEvent } from './define-event.ts';

/** A notice as everybody may know it: nothing of what it says, and nobody's name. */
export const noticeSnapshot = z.object({
  id: z.uuid(),
  status: z.enum(['ISSUED', 'SENT', 'SERVED', 'FAILED']),
  /** What is told. RETURN: that an application is not accepted. */
  kind: z.enum([
    'RECEIPT',
    'SUPPLEMENT',
    'RETURN',
    'EXTENSION',
    'DAYS_TOLD',
    'HEARING',
    'DECISION',
    'READY',
    'REPLY',
    'CONSULTATION',
  ]),
  /** On which occasion all is told once (002:33); null for other notices. */
  occasion: z
    .enum([
      'CONSULTATION',
      'SUPPLEMENT',
      'JOINT_PRE_REVIEW',
      'JOINT_MEETING',
      'EXAMINATION_MEETING',
      'APPRAISAL_MEETING',
    ])
    .nullable(),
  /** Null where somebody has only asked. */
  case: z.uuid().nullable(),
  /** The sequence number of the case's entry that it tells of, null where it tells of none. */
  entry: z.int().positive().nullable(),
  item: z.uuid(),
  region: z.uuid(),
  centre: z.uuid(),
  department: z.uuid(),
  /** Null where the law told: deemed acceptance. */
  issuedBy: z.uuid().nullable(),
  issuedAt: z.string(),
  /** Under which seal, null where there was none yet. */
  seal: z.uuid().nullable(),
  unserved: z.boolean(),
  /** The day of service, null before. */
  servedAt: z.string().nullable(),
});
export type NoticeSnapshot = z.infer<typeof noticeSnapshot>;

const ofNotice = <Happened extends z.ZodType>(
  happened: string,
  more: Happened,
  description: { readonly en: string; readonly zh: string },
) =>
  defineEvent({
    ...{ service: 'cases', aggregate: 'notice', happened, version: 1 },
    schema: z.object({ happened: more, snapshot: noticeSnapshot }),
    description,
  });

const nothingMore = z.object({});

export const noticeIssued = ofNotice('issued', nothingMore, {
  en: 'Somebody is told something in writing.',
  zh: '出具告知书',
});
export const noticeServed = ofNotice(
  'served',
  z.object({ how: z.enum(['AT_WINDOW', 'OPENED_ONLINE', 'BY_POST', 'PUBLIC']) }),
  { en: 'The addressee has got a notice: its time runs.', zh: '告知书送达' },
);
export const noticeUnserved = ofNotice('unserved', nothingMore, {
  en: 'A notice has reached nobody in five working days.',
  zh: '告知书逾期未送达',
});

const channel = z.enum(['SMS', 'POST', 'SITE', 'PUBLIC']);
export const noticeSending = ofNotice(
  'sending',
  z.object({ channel, round: z.int().positive(), attempt: z.int().positive() }),
  { en: 'A notice is to go out: a first try, or another one.', zh: '告知书待发送' },
);
export const noticeSent = ofNotice('sent', z.object({ channel }), {
  en: 'A notice has gone out.',
  zh: '告知书已发送',
});
export const noticeFailed = ofNotice('failed', z.object({ channel, reason: z.string() }), {
  en: 'A notice could not be sent, and is tried no more.',
  zh: '告知书发送失败',
});

/** All that is told of a notice: who listens takes the family, or names what it leaves out. */
export const noticeEvents = {
  issued: noticeIssued,
  served: noticeServed,
  unserved: noticeUnserved,
  sending: noticeSending,
  sent: noticeSent,
  failed: noticeFailed,
} as const;
