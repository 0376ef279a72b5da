import { centreEvents } from '@onewindow/contracts';
import { allOf, keepSnapshot, type Reaction } from '@onewindow/service';
import type { CentreReplica } from './centre-replica.ts';

/** Replica: an item enters a centre that is there, in its own region. */
export function onCentreRegistered(centres: CentreReplica): Reaction {
  return keepSnapshot(allOf(centreEvents), centres, ({ region }, head) => ({ ...head, region }));
}
