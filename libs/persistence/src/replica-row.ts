/** What a service keeps of another's aggregate: one row each, as of the newest event seen. */
export interface ReplicaRow {
  readonly _id: string;
  /** The `aggregateversion` of the event. */
  readonly sourceVersion: number;
}
