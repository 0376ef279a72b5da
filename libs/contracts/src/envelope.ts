import { z } from 'zod';

/** The schema of `EventEnvelope`, with whatever `data` and whatever further extensions. */
export const eventEnvelope = z.looseObject({
  specversion: z.literal('1.0'),
  id: z
    .string()
    .min(1)
    .describe('The id of the journal entry: the same for every copy that is ever sent.'),
  source: z.string().min(1).describe('/onewindow/<service>'),
  type: z.string().min(1).describe('onewindow.<service>.<aggregate>.<what-happened>.v<N>'),
  subject: z.string().min(1).describe('The id of the aggregate.'),
  time: z.iso.datetime({ offset: true }).describe('When it took effect, in UTC.'),
  datacontenttype: z.literal('application/json'),
  data: z.unknown().describe('What happened, and the public snapshot of the aggregate after it.'),
  aggregateversion: z
    .int()
    .nonnegative()
    .describe(
      'The sequence number of the entry: of two events of one aggregate the higher one is newer.',
    ),
  region: z.string(),
  centre: z.string().optional(),
  department: z.string().optional().describe('The owning department’s id.'),
  actor: z.string().describe('Whose command it was.'),
  traceparent: z.string().optional().describe('W3C Trace Context.'),
});

/** A CloudEvents 1.0 event in structured JSON, with the extensions that every event of ours carries. */
export interface EventEnvelope<Data = unknown> {
  readonly specversion: '1.0';
  /** The id of the journal entry: the same for every copy that is ever sent. */
  readonly id: string;
  /** `/onewindow/<service>`. */
  readonly source: string;
  /** `onewindow.<service>.<aggregate>.<what-happened>.v<N>`. */
  readonly type: string;
  /** The id of the aggregate. */
  readonly subject: string;
  /** When it took effect, RFC 3339 in UTC. */
  readonly time: string;
  readonly datacontenttype: 'application/json';
  readonly data: Data;
  /** The journal's sequence number of the entry: what a replica compares. */
  readonly aggregateversion: number;
  readonly region: string;
  readonly centre?: string;
  /** The owning department's id. */
  readonly department?: string;
  readonly actor: string;
  readonly traceparent?: string;
}

/** An event on its way out: what is sent, where to, and the id by which JetStream drops a copy. */
export interface OutgoingEvent {
  readonly envelope: EventEnvelope;
  /** `<type>.<owning department or _>`. */
  readonly natsSubject: string;
  /** `<aggregate id>:<seq>:v<N>`, and `:<replay id>` behind it when sent again. */
  readonly messageId: string;
}
