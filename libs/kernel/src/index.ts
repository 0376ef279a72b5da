export { accept, assertNever, reject, type Decider, type Decision } from './decision.ts';
export {
  defineDecider,
  type Branches,
  type NotPermitted,
  type OfType,
  type PermittedTable,
  type RefusalOfBranch,
  type TableDecider,
  type WithStatus,
} from './define-decider.ts';
export type { Brand } from './brand.ts';
export { addMilliseconds, instant, type Instant } from './instant.ts';
export type { Json, JsonObject } from './json.ts';
export { InvalidCursor, readCursor, writeCursor } from './list-cursor.ts';
export { comparableText, normalText, TEXT_FORMS, type TextForm } from './normal-text.ts';
export { bigramsOf, gramsOf, runsOf } from './search-text.ts';
export {
  addMoney,
  compareMoney,
  lessMoney,
  NOTHING,
  parseMoney,
  timesMoney,
  type Money,
} from './money.ts';
export { officialCode, spellingsOf } from './official-code.ts';
export {
  nearestVersion,
  versionAt,
  holdingVersions,
  versionFault,
  withVersion,
  type FoundVersion,
  type Version,
  type VersionFault,
  type Versions,
} from './versioned.ts';
export { queryCodeAsGiven, receiptNumberOf } from './receipt-code.ts';
