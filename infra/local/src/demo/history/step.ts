import type { Instant } from '@onewindow/kernel';

/** One mutation of one persona at one moment. */
export interface Step {
  readonly at: Instant;
  /** The id of the case or complaint that it is done to. */
  readonly about: string;
  readonly persona: string;
  readonly mutation: string;
  readonly input: Readonly<Record<string, unknown>>;
}
