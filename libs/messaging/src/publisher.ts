import type { OutgoingEvent } from '@onewindow/contracts';
import { inSpan, isTracing } from '@onewindow/runtime';
import { headers, type JetStreamClient } from 'nats';
import { createLanes } from './aggregate-lanes.ts';
import type { BrokerLink } from './broker-link.ts';
import type { PublishReport } from './contract.ts';
import { publishSpan } from './event-span.ts';
import type { MessagingMetrics } from './metrics.ts';
import { isBrokerAway } from './jetstream-errors.ts';
import { reasonOf } from './reason-of.ts';

export interface Acknowledged {
  readonly seq: number;
  readonly messageId: string;
}

export interface Publisher {
  readonly publish: (events: readonly OutgoingEvent[]) => Promise<PublishReport>;
}

const IN_FLIGHT = 256;
const encoder = new TextEncoder();

/** Publishes to one stream and tells `acknowledged` of every acknowledgement. */
export function createPublisher(options: {
  readonly link: BrokerLink;
  readonly stream: string;
  readonly timeout: number;
  readonly metrics: MessagingMetrics;
  readonly acknowledged: (ack: Acknowledged) => void;
}): Publisher {
  const lanes = createLanes(IN_FLIGHT);

  const send = async (client: JetStreamClient, event: OutgoingEvent) => {
    const meta = headers();
    meta.set('content-type', 'application/cloudevents+json');
    const ack = await client.publish(
      event.natsSubject,
      encoder.encode(JSON.stringify(event.envelope)),
      {
        msgID: event.messageId,
        headers: meta,
        timeout: options.timeout,
        expect: { streamName: options.stream },
      },
    );
    options.acknowledged({ seq: ack.seq, messageId: event.messageId });
  };
  const sendTraced = (client: JetStreamClient, event: OutgoingEvent) =>
    isTracing()
      ? inSpan(publishSpan(options.stream, event), () => send(client, event))
      : send(client, event);

  return {
    publish: async (events) => {
      const client = options.link.required().jetstream();
      const failed = new Map<number, { readonly reason: string; readonly isAway: boolean }>();
      const broken = new Map<string, boolean>();
      await Promise.all(
        events.map((event, index) => {
          const aggregate = event.envelope.subject;
          return lanes.run(aggregate, async () => {
            try {
              // Behind a gap the later ones wait for the next try, else the order would be lost.
              const isAway = broken.get(aggregate);
              if (isAway !== undefined) {
                failed.set(index, { reason: 'an earlier event of it was not published', isAway });
                return;
              }
              await sendTraced(client, event);
            } catch (error) {
              const isAway = isBrokerAway(error);
              broken.set(aggregate, isAway);
              failed.set(index, { reason: reasonOf(error), isAway });
            }
          });
        }),
      );
      options.metrics.published(options.stream, events.length - failed.size, failed.size);
      return {
        failed: [...failed]
          .map(([index, why]) => ({ index, ...why }))
          .sort((left, right) => left.index - right.index),
      };
    },
  };
}
