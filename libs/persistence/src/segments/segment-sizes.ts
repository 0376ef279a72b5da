/** When entries move, and how many stay. */
export interface SegmentSizes {
  /** From so many entries in a document its oldest move. */
  readonly from: number;
  /** So many of the newest stay, at least 1. */
  readonly keep: number;
}

export const SEGMENT_SIZES: SegmentSizes = { from: 500, keep: 100 };
