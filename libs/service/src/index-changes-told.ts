/**
 * Thrown in place of a service whose `INDEX_CHANGES` is `tell`: the dry run of what a start would do to its
 * indexes. Nothing was changed.
 */
export class IndexChangesTold extends Error {
  override readonly name = 'IndexChangesTold';
  /** One line a step, none where all is as declared. */
  readonly steps: readonly string[];

  constructor(steps: readonly string[]) {
    super(steps.length === 0 ? 'All indexes are as declared.' : steps.join('\n'));
    this.steps = steps;
  }
}
