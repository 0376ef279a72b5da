import { accept, reject, type Decision, type Json } from '@onewindow/kernel';
import { refusalToPublish, type PublishingRefusal } from './content-rules.ts';
import { effectiveChange, sameJson } from './item-changes.ts';
import type { ItemContent } from './item-content.ts';
import type { ImportMark, NextRevisionProposed, PublicItem } from './item.ts';

interface Proposal {
  readonly by: string;
  readonly reason: string;
  /** What the item would say, all of it. */
  readonly content: ItemContent;
  /** Codes that it would be found by beside those that are proposed already. */
  readonly aliases: readonly string[];
  readonly mark: ImportMark | null;
}

/** What a public item would say by what is proposed so far: what is proposed next adds to it. */
export const proposedContent = ({ content, next }: PublicItem): ItemContent => ({
  ...content,
  ...next?.change,
});

/**
 * What is public changes only by review (002:24): a change becomes its next revision, of which there is one.
 * Nothing happens where the same is proposed already; what says again what is public takes the proposal back.
 */
export function proposeRevision(
  { by, reason, content, aliases: more, mark }: Proposal,
  { content: before, next }: PublicItem,
): Decision<NextRevisionProposed, PublishingRefusal> {
  const change = effectiveChange(before, content);
  const aliases = [...new Set([...(next?.aliases ?? []), ...more])];
  const isSame =
    sameJson(change as Json, (next?.change ?? {}) as Json) &&
    aliases.length === (next?.aliases.length ?? 0);
  if (isSame) return accept();
  const refusal = refusalToPublish(content);
  return refusal
    ? reject(refusal)
    : accept({ type: 'NextRevisionProposed', by, reason, change, aliases, mark });
}
