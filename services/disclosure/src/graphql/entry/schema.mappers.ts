import type { EntryView } from '../../queries/entry-view.ts';

export type DisclosureEntryMapper = EntryView;
