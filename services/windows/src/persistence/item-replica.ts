/** What this service keeps of an item: whose it is, so that a letter covers only the department's own (002:163). */
export interface ItemRow {
  readonly _id: string;
  readonly sourceVersion: number;
  readonly department: string;
}

export interface ItemReplica {
  /** In the order of the ids, null for what is not known here. */
  findMany(ids: readonly string[]): Promise<readonly (ItemRow | null)[]>;
  /** Keeps the row unless one of the same or a newer source version is there. */
  put(row: ItemRow): Promise<unknown>;
}
