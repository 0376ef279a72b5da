import type { Instant } from '@onewindow/kernel';

/** What is known of a sample matter from the start. */
export interface SampleMatterFacts {
  readonly region: string;
  readonly department: string;
  readonly title: string;
  /** Who opened it: he does not close it. */
  readonly openedBy: string;
}

interface SampleMatterFile extends SampleMatterFacts {
  readonly openedAt: Instant;
  readonly closedAt: Instant | null;
  readonly outcome: string | null;
}

/** 示例事项: opened by one of the department's staff, closed by another. */
export type SampleMatterState =
  | { readonly status: 'ABSENT' }
  | (SampleMatterFile & { readonly status: 'OPEN' })
  | (SampleMatterFile & {
      readonly status: 'CLOSED';
      readonly closedAt: Instant;
      readonly outcome: string;
    });

export interface OpenSampleMatter extends SampleMatterFacts {
  readonly type: 'OpenSampleMatter';
  readonly at: Instant;
}
export interface CloseSampleMatter {
  readonly type: 'CloseSampleMatter';
  readonly at: Instant;
  readonly by: string;
  readonly outcome: string;
}
export type SampleMatterCommand = OpenSampleMatter | CloseSampleMatter;

export interface SampleMatterOpened extends SampleMatterFacts {
  readonly type: 'SampleMatterOpened';
  readonly at: Instant;
}
export interface SampleMatterClosed {
  readonly type: 'SampleMatterClosed';
  readonly at: Instant;
  readonly by: string;
  readonly outcome: string;
}
export type SampleMatterEvent = SampleMatterOpened | SampleMatterClosed;
