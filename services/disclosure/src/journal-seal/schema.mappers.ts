import type { KeptSealView } from './kept-seal.kind.ts';

export type JournalSealMapper = KeptSealView;
