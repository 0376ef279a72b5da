/** Encrypted personal data as it lies in a document: AES-256-GCM, with the id of the key beside it. */
export interface SealedPersonalData {
  readonly keyId: string;
  /** Base64: initialisation vector, ciphertext with authentication tag. */
  readonly iv: string;
  readonly data: string;
  /** HMAC blind indexes by field, so that an owner is found without decrypting. */
  readonly index: Readonly<Record<string, string>>;
}

/** Why personal data was read: who, whose, what for. One row in `accesses` for each person read. */
export interface AccessReason {
  readonly viewer: string;
  readonly purpose: string;
  readonly traceId?: string;
}

/**
 * Seals and opens personal data. Two keys may read, one writes. The blind index and the digest use
 * keys of their own. Opening writes the accesses before it answers: no row, no data.
 */
export interface PersonalDataVault {
  /** Encrypts `fields` for the aggregate `id` (bound to it as additional data) and indexes those named in `indexed`. */
  seal(request: {
    readonly kind: string;
    readonly id: string;
    readonly fields: Readonly<Record<string, string>>;
    readonly indexed: readonly string[];
  }): {
    readonly personal: SealedPersonalData;
    /** SHA-256 over a random salt and the fields: what the journal keeps. The salt lies in the encrypted part. */
    readonly digest: string;
  };
  /** The fields of each, in order; null where there is no personal data. Writes all accesses with one `insertMany` first. */
  open(
    kind: string,
    documents: readonly { readonly id: string; readonly personal?: SealedPersonalData }[],
    reason: AccessReason,
  ): Promise<readonly (Readonly<Record<string, string>> | null)[]>;
  /**
   * 32 bytes that only this service can make, always the same for the same purpose and value: for what must
   * be told again and is kept nowhere.
   */
  derive(purpose: string, value: string): Buffer;
  /** The blind index of a value, as a token's claim carries it. Normalises: trimmed, upper case. */
  blindIndex(value: string): string;
}
