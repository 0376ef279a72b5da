export { requestTokensFor, type TestRequestTokens } from './request-tokens-for.ts';
export { createTestIssuer, type TestAlgorithm, type TestIssuer } from './test-issuer.ts';
