import { bigramsOf, gramsOf, runsOf } from '@onewindow/kernel';
import type { EntryContent, Origin, Place } from './disclosure-entry.ts';

/** What narrows a list of entries; each becomes one term that an entry must have. */
export interface Facets {
  readonly item?: string;
  readonly centre?: string;
  readonly department?: string;
  readonly topicGroup?: string;
  readonly nature?: string;
  readonly phase?: string;
  readonly channel?: string;
}

/** All terms by which an entry is found: its facets, and each single character and pair of characters of its words. */
export function termsOf(entry: {
  readonly place: Place;
  readonly content: EntryContent;
  readonly origin: Origin;
}): readonly string[] {
  const { place, content, origin } = entry;
  const { title, body, basis, item, topicGroup, nature, phase } = content;
  const number = origin.kind === 'CERTIFICATE' ? (origin.certificateNumber ?? '') : '';
  const facets = facetTerms({
    department: place.department,
    nature,
    phase,
    ...(item !== null && { item }),
    ...(place.centre !== null && { centre: place.centre }),
    ...(topicGroup !== null && { topicGroup }),
  });
  const pieces = [title, body, basis, number].flatMap((text) => gramsOf(runsOf(text)));
  return [...new Set([...facets, ...pieces])];
}

/** By which the board of a hall finds what hangs on it. */
export const channelTerms = (channels: readonly string[]): readonly string[] =>
  channels.flatMap((channel) => facetTerms({ channel }));

/** The terms that a list asks for, the rarest kinds first: an index is read by the first one. */
export function wantedTerms(facets: Facets, search: string): readonly string[] {
  const pieces = runsOf(search).flatMap(bigramsOf);
  return [...new Set([...facetTerms(facets), ...pieces])];
}

/** Longer than a pair of characters, so that no word is mistaken for one. */
function facetTerms(facets: Facets): string[] {
  const { item, centre, department, topicGroup, nature, phase, channel } = facets;
  return Object.entries({ item, topicGroup, department, centre, nature, channel, phase }).flatMap(
    ([kind, value]) => (value === undefined ? [] : [`${kind}:${value}`]),
  );
}
