import { randomUUID } from 'node:crypto';
import type { EventContract, EventEnvelope } from '@onewindow/contracts';

/** An event as it comes over the stream of the service that tells it; `data` must keep the contract. */
export function anEvent<Data extends { readonly snapshot: { readonly id: string } }>(
  { service, type, schema }: EventContract<Data>,
  data: Data,
  { version, time, region }: Occurrence,
): EventEnvelope {
  return {
    specversion: '1.0',
    id: randomUUID(),
    source: `/onewindow/${service}`,
    type,
    subject: data.snapshot.id,
    time,
    datacontenttype: 'application/json',
    data: schema.parse(data),
    aggregateversion: version,
    region,
    actor: 'test',
  };
}

interface Occurrence {
  /** Of two events of one aggregate the higher one is newer. */
  readonly version: number;
  readonly time: string;
  readonly region: string;
}
