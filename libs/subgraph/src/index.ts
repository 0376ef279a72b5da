export { baseSdl } from './base-sdl.ts';
export { createSubgraph, type Subgraph, type SubgraphOptions } from './create-subgraph.ts';
export type { DeadLetterDesk } from './dead-letters/dead-letters.ts';
export { deadLettersOf } from './dead-letters/dead-letters-of.ts';
export { DEADLINE_HEADER } from './deadline.ts';
export { bytesOfText, createDocumentStore } from './document-store.ts';
export { describeOperation } from './describe-operation.ts';
export { fieldsAsked } from './fields-asked.ts';
export { badUserInput, deadlineExceeded, forbidden, unauthenticated } from './graphql-errors.ts';
export { REQUEST_TOKEN_HEADER } from './http/graphql-route.ts';
export { parseLanguage, type Language } from './language.ts';
export { readCostDirectives } from './limits/cost-directives.ts';
export { limitError } from './limits/limit-errors.ts';
export { defaultLimits, limitOptions, type Limits } from './limits/limits.ts';
export { createCostModel, type CostModel, type OperationCost } from './limits/operation-cost.ts';
export { createLoader, type Loader } from './loader.ts';
export { maskError, PUBLIC_CODES } from './mask-errors.ts';
export { answersOf, checkedAtStart, type Answers } from './refusals/answers.ts';
export { createRefusals, refusal, type ToRefusal } from './refusals/create-refusals.ts';
export { baseRefusals, type BaseRefusalCode } from './refusals/base-refusals.ts';
export type { CodedRejection, Refusal, RefusalWords } from './refusals/refusal.ts';
export { connection, type Connection, type PageOf } from './relay/connection.ts';
export { connectionOf, type List } from './relay/connection-of.ts';
export { asksFor } from './relay/count-when-asked.ts';
export { DEFAULT_PAGE, LARGEST_PAGE, pageRequest } from './relay/page-request.ts';
export { createArgumentBounds, type ArgumentBounds } from './inputs/argument-bounds.ts';
export { phoneNumber } from './inputs/phone-number.ts';
export {
  errorInLanguage,
  inLanguage,
  ownWords,
  receiveError,
  sendError,
  wordedError,
  type SentError,
  type Words,
} from './own-words.ts';
export type { SubgraphContext, SubgraphRequest } from './request.ts';
export { enforceRights } from './rights/enforce-rights.ts';
export { DateScalar } from './scalars/date.ts';
export { DateTime } from './scalars/date-time.ts';
export { Yuan } from './scalars/yuan.ts';
export { mergeResolvers } from './merge-resolvers.ts';
export { createSubgraphSchema, type ResolverMap } from './subgraph-schema.ts';
export { subgraphDocument, subgraphSdl } from './subgraph-sdl.ts';
export { readInputMarks } from './variables/input-marks.ts';
export { MOST_FAULTS, MOST_VALUES } from './variables/input-visit.ts';
export {
  createVariableCoercion,
  type CoercedVariables,
  type CoerceVariables,
  type VariableCoercion,
} from './variables/variable-coercion.ts';
export { variableErrors } from './variables/variable-errors.ts';
export {
  inWords,
  validateInput,
  type InvalidField,
  type InvalidInputRefusal,
  type Validated,
} from './validate-input.ts';
