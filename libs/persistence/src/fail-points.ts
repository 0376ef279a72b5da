/** The moments at which a process may die without anything being lost or done wrongly. */
export type FailPoint =
  | 'before-write'
  | 'after-write'
  | 'before-publish'
  | 'after-acknowledgement'
  | 'after-published'
  | 'before-segment'
  | 'after-segment'
  | 'after-trim'
  | 'after-erasure'
  | 'before-seal'
  | 'after-seal';

/** Called at each fail point, so that a crash test can kill its process there. */
export type FailPoints = (name: FailPoint) => void | Promise<void>;
