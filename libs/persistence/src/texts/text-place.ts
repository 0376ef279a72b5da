/** One text of one entry. */
export interface TextPlace {
  readonly seq: number;
  /** Where it stood in the entry's data: `content.title`, `notes.2`. */
  readonly path: string;
}

/** A text that is erased and may still lie in a segment; `by` is the id of the entry that says so. */
export interface Erasing extends TextPlace {
  readonly by: string;
}
