import type {
  ExclusionFact,
  ItemFact,
  Officer,
  SealFact,
  StaffFact,
} from '../case/domain/facts.ts';

/**
 * What this service knows of items and windows, from their events. Each answer carries the version that
 * it is of. A fact may be late: what contradicts a decision later is told to supervision, not undone here. All that
 * is asked for in one turn of the event loop, by however many requests, is one Mongo command: so ask for it at once.
 */
export interface KnownFacts {
  /** Null when no event of the item has come. */
  item(id: string): Promise<ItemFact | null>;
  /**
   * The officer with the letters given to him; nobody known by that id has neither post nor letters. With the
   * case, whether he is kept away from it.
   */
  officer(id: string, caseId?: string): Promise<Officer>;
  /** From which cases a member of staff is kept away, and until when; ended ones may be among them. */
  exclusionsOf(staffId: string): Promise<ReadonlyMap<string, ExclusionFact>>;
  /** A seal with its keeper; null for what is not known. */
  seal(id: string): Promise<{ readonly seal: SealFact | null; readonly keeper: StaffFact | null }>;
  /** The seal that somebody keeps for a department, the first of several; null where there is none. */
  sealOf(department: string): Promise<SealFact | null>;
  /** What a department is called, null while windows has not told. */
  departmentName(id: string): Promise<string | null>;
  /** The leader in charge of a department (002:100), null while none is named. */
  leaderInCharge(department: string): Promise<string | null>;
  /** The item with its centre. */
  itemAtCentre(id: string): Promise<ItemAtCentre>;
}

export interface ItemAtCentre {
  /** Null when no event of the item has come. */
  readonly item: ItemFact | null;
  /** The code that receipts of its centre begin with, null when the centre is not known yet. */
  readonly centreCode: string | null;
}
