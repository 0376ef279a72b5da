export { actionsOf, offersOf, type Offer } from './actions-of.ts';
export { commandKit } from './command-kit.ts';
export type { CommandContext, Commands } from './commands.ts';
export { sealedWith, type Creating, type Given, type Verdict } from './command-rows.ts';
export type { Completing } from './completing.ts';
export {
  defineKind,
  type JournalOf,
  type Kind,
  type KindTypes,
  type Made,
  type Opening,
  type RefusalOf,
  type TypesOf,
  type View,
} from './define-kind.ts';
export { erasureOf, erasuresOf } from './erasure.ts';
export { openKinds, type Kinds, type OpenKinds, type Opened } from './open-kinds.ts';
export { oneOf, pageOf, pageOfParent, pageOfSeenParent, referenceTo } from './reads.ts';
export {
  equalityOf,
  everybody,
  everything,
  unlisted,
  type Filter,
  type Lists,
  type Sight,
} from './scoped-lists.ts';
export type { Shown } from './shown.ts';
