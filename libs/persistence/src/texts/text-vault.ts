/** A text as it lies beside its entry: encrypted, with its salt inside and the id of the key beside it. */
export interface SealedText {
  /** Where it stood in the entry's data: `content.title`, `notes.2`. */
  readonly path: string;
  readonly keyId: string;
  readonly iv: string;
  readonly data: string;
}

/** Seals and opens the texts of entries, with the keys of personal data. Reading one is no access to a person's data. */
export interface TextVault {
  /** `owner` is bound in: what was sealed for one can't be opened as another's. */
  sealText(
    owner: string,
    text: string,
  ): {
    readonly sealed: Omit<SealedText, 'path'>;
    /** SHA-256 over a random salt and the text: all that the chain keeps of it. */
    readonly digest: string;
  };
  /** Throws when the text is not the one of which `digest` was made. A text in a state has none: it follows from entries. */
  openText(owner: string, sealed: Omit<SealedText, 'path'>, digest?: string): string;
}

/** What is read where a text was erased. */
export const ERASED_TEXT = '■■';
