import type { Centre } from '../centre.ts';
import { subscribe, type LiveStream } from '../live-stream.ts';
import type { Path } from './path.ts';
import { ASKER_NAMES, type Asker } from './personas.ts';

/** A subscription that tells of the specimens while they are made. */
export interface LivePath extends Pick<Path, 'query' | 'shows' | 'also' | 'instead'> {
  readonly variables: (caseId: string) => Readonly<Record<string, unknown>>;
}

/** Every subscription that leads to rows which not everybody sees. A new one needs a line here. */
export const LIVE_PATHS: readonly LivePath[] = [
  {
    query: 'subscription { alertRaised { id kind } }',
    shows: ({ alertId }) => alertId,
    variables: () => ({}),
  },
  {
    query: 'subscription ($id: ID!) { caseProgressChanged(caseId: $id) { receiptNumber } }',
    shows: ({ receiptNumber }) => receiptNumber,
    variables: (id) => ({ id }),
    also: ['case'],
  },
  {
    query: 'subscription { disclosurePublished { certificateNumber } }',
    shows: ({ certificateNumber }) => certificateNumber,
    variables: () => ({}),
    instead: { draft: 'all' },
  },
];

export type Listening = ReadonlyMap<LivePath, ReadonlyMap<Asker, LiveStream<unknown>>>;

/** Everybody listens on all of them; what happens from now on is told to whom it is told to. */
export async function listenToAll(
  centre: Centre,
  {
    caseId,
    tokens,
  }: { readonly caseId: string; readonly tokens: ReadonlyMap<Asker, string | undefined> },
): Promise<Listening> {
  const listening = LIVE_PATHS.map(async (path) => {
    const { query } = path;
    const streams = ASKER_NAMES.map(async (asker) => {
      const token = tokens.get(asker);
      const question = { query, variables: path.variables(caseId), ...(token && { token }) };
      return [asker, await subscribe<unknown>(centre, question)] as const;
    });
    return [path, new Map(await Promise.all(streams))] as const;
  });
  return new Map(await Promise.all(listening));
}

export const stopListening = (listening: Listening) =>
  Promise.all(
    [...listening.values()].flatMap((streams) => [...streams.values()].map((one) => one.stop())),
  );
