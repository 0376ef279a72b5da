import type { RefusalWords } from '@onewindow/subgraph';
import { NOUN_WORDS } from './graphql/noun-words.generated.ts';

/** What this service says when it refuses, as a clerk would say it, with the article that it applies. */
export const WORDS = { ...NOUN_WORDS } as const satisfies Readonly<Record<string, RefusalWords>>;
