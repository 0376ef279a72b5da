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
