import type { EntryView } from './entry.kind.ts';

export type DisclosureEntryMapper = EntryView;
