import type { CommandMeta } from '@onewindow/persistence';
import type { Successor } from './domain/disclosure-entry.ts';
import type { EntryJournal } from './entry.kind.ts';

/** Another entry holds now. What was withdrawn meanwhile stays withdrawn. */
export async function replaceEntry(
  entries: EntryJournal,
  it: { readonly id: string; readonly successor: Successor; readonly cause: CommandMeta },
): Promise<void> {
  const { id, successor, cause: meta } = it;
  const command = { type: 'ReplaceEntry', successor } as const;
  const outcome = await entries.handle({ id, command, meta });
  if (!outcome.ok && outcome.rejection.code !== 'NotPermittedInStatus') {
    throw new Error(`The entry ${id} could not be replaced: ${outcome.rejection.code}`);
  }
}
