export * from './contract.ts';
export { meets, STANDARD_POLICIES, type Policies, type Requirements } from './meets.ts';
export { createMemoryNonces } from './memory-nonces.ts';
export {
  createMongoNonces,
  type NonceCollection,
  type NonceDocument,
  type SharedNonces,
} from './mongo-nonces.ts';
export { authorOf, isKnownStaff, isOneOf, isPerson, personOf, type Person } from './person.ts';
export {
  createPersonTokenVerifier,
  type PersonTokenVerifierOptions,
} from './person-token-verifier.ts';
export { createRequestTokenMinter } from './request-token-minter.ts';
export {
  createRequestTokenVerifier,
  type RequestTokenVerifierOptions,
  type SubgraphTokenVerifier,
} from './request-token-verifier.ts';
export { seesPlace, staffScope, staffSees, type Place, type StaffScope } from './staff-sight.ts';
export { createSessionTokens, type SessionTokens } from './session-tokens.ts';
export * from './scopes.ts';
export { viewerClaims, viewerFromClaims } from './viewer-claims.ts';
export * from './viewer.ts';
