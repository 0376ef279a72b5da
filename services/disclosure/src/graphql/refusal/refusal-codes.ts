/** What every mutation on an entry can meet. */
const ON_ENTRY = ['NotPermittedInStatus', 'NotFound', 'Conflict', 'IdempotencyMismatch'] as const;
export const ON_OWN_ENTRY = ['NotAuthorized', ...ON_ENTRY] as const;
export const ON_REVIEW = ['ReviewerWroteEntry', ...ON_OWN_ENTRY] as const;
