/** What a decider or the journal answers instead of facts: a stable code and what belongs to it. */
export interface CodedRejection {
  readonly code: string;
  /** The article or source, when it depends on the case; else the table's. */
  readonly rule?: string;
}

/** A member of a result union, ready for the graph: the type's own name, the message in the caller's language. */
export type Refusal<Rejection extends CodedRejection> = Rejection extends CodedRejection
  ? Omit<Rejection, 'code' | 'rule'> & {
      readonly __typename: Rejection['code'];
      readonly code: Rejection['code'];
      readonly message: string;
      readonly rule: string | null;
    }
  : never;

/** The words of one refusal. `{field}` stands for what the rejection carries under that name. */
export interface RefusalWords {
  readonly en: string;
  readonly zh: string;
  /** The article or source that it applies; absent when it is technical. */
  readonly rule?: string;
}
