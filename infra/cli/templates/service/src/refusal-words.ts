import type { RefusalWords } from '@onewindow/subgraph';

/** What this service says when it refuses, as a clerk would say it, with the article that it applies. */
export const WORDS = {} as const satisfies Readonly<Record<string, RefusalWords>>;
