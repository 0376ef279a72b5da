import { centreRegistered, type CentreSnapshot, type EventEnvelope } from '@onewindow/contracts';
import type { CentreReplica } from '../replicas/centre-replica.ts';

export const centreEvents = [centreRegistered];

/** Replica: an item enters a centre that is there, in its own region. */
export const onCentreRegistered = (centres: CentreReplica) => async (event: EventEnvelope) => {
  const { snapshot } = event.data as { readonly snapshot: CentreSnapshot };
  await centres.put({
    _id: event.subject,
    sourceVersion: event.aggregateversion,
    region: snapshot.region,
  });
};
