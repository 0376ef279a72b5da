import type { Loaded } from '@onewindow/persistence';
import type { Clock } from '@onewindow/runtime';
import type { EntryState } from '../entry/domain/disclosure-entry.ts';
import type { EntryJournal } from '../entry/entry.kind.ts';

const PAGE = 20;

/** One place in the line of an item's entries. */
export interface InLine {
  readonly id: string;
  readonly version: number;
  readonly since: Extract<EntryState, { readonly draftedAt: unknown }>['draftedAt'];
}
export interface Neighbours {
  /** The entry of the next newer version, null for the newest. */
  readonly next: InLine | null;
  readonly previous: InLine | null;
}
interface LineDeps {
  readonly entries: EntryJournal;
  readonly clock: Clock;
}

/** Who stands next to a version in the line of an item, whether it is there itself or not. */
export async function neighboursInLine(
  { entries, clock }: LineDeps,
  { item, version }: { readonly item: string; readonly version: number },
): Promise<Neighbours> {
  const equality = { 'state.content.item': item, 'state.origin.kind': 'ITEM' };
  let next: InLine | null = null;
  for (let after: string | undefined; ;) {
    const request = { query: 'line', equality, first: PAGE, ...(after !== undefined && { after }) };
    const page = await entries.list(request, clock.now());
    for (const { node } of page.edges) {
      const one = inLine(node);
      if (one.version > version) next = one;
      if (one.version < version) return { next, previous: one };
    }
    after = page.edges.at(-1)?.cursor;
    if (!page.hasNextPage || after === undefined) return { next, previous: null };
  }
}

function inLine({ id, state }: Loaded<EntryState>): InLine {
  if (state.status === 'ABSENT' || state.origin.kind !== 'ITEM') {
    throw new Error(`The entry ${id} stands in no item's line.`);
  }
  return { id, version: state.origin.version, since: state.draftedAt };
}
