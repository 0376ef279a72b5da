import {
  AckPolicy,
  DeliverPolicy,
  nanos,
  ReplayPolicy,
  type ConsumerMessages,
  type JsMsg,
  type StreamInfo,
} from 'nats';
import type { BrokerLink } from '../broker-link.ts';
import { streamOf } from '../stream-config.ts';
import type { Timings } from '../timings.ts';

/** Messages of one stream from a sequence number on, in their order and each once. */
export interface StreamReader {
  /** The stream as it was when the reader was made. */
  readonly info: StreamInfo;
  /** What is there, or the first that comes within `pull`. Throws when a message was lost on the way. */
  readonly pull: () => Promise<readonly JsMsg[]>;
  /** Up to where everything is known to have come, or undefined when more is on its way. Between two pulls. */
  readonly reached: () => Promise<StreamInfo | undefined>;
  /** Ends the pull that is under way. */
  readonly stop: () => void;
}

/** What lies here at most while whoever is told takes his time: nothing is asked for meanwhile. */
const IN_A_PULL = 128;
/** The shortest that the client allows. What is pending comes at once. */
const AT_ONCE = 1_000;

/**
 * An ephemeral consumer, whose name is the broker's: so that reading needs no right to make or to change a
 * durable. Nobody deletes it; without a pull it is gone after a while.
 */
export async function openReader(
  {
    service,
    filter,
    from,
  }: {
    readonly service: string;
    readonly filter: readonly string[];
    /** Where to begin, given the stream as it is: may refuse. */
    readonly from: (info: StreamInfo) => number;
  },
  { link, timings }: { readonly link: BrokerLink; readonly timings: Timings },
): Promise<StreamReader> {
  const connection = link.required();
  const manager = await connection.jetstreamManager({ checkAPI: false });
  const stream = streamOf(service);
  const info = await manager.streams.info(stream);
  const made = await manager.consumers.add(stream, {
    ack_policy: AckPolicy.None,
    deliver_policy: DeliverPolicy.StartSequence,
    opt_start_seq: Math.max(1, from(info)),
    replay_policy: ReplayPolicy.Instant,
    filter_subjects: [...filter],
    mem_storage: true,
    num_replicas: 1,
    inactive_threshold: nanos(timings.ackWait + timings.pull),
  });
  const consumer = connection.jetstream().consumers.getPullConsumerFor(made);
  let received = 0;
  let pulled: ConsumerMessages | undefined;
  let isStopped = false;

  const fetch = async (max_messages: number, expires: number) => {
    pulled = await consumer.fetch({ max_messages, expires, bind: true });
    if (isStopped) pulled.stop();
    const messages: JsMsg[] = [];
    for await (const message of pulled) {
      if (message.info.deliverySequence !== received + 1) throw new Error('a message was lost');
      received += 1;
      messages.push(message);
    }
    return messages;
  };

  return {
    info,
    pull: async () => {
      const [first] = await fetch(1, timings.pull);
      if (!first) return [];
      const more = Math.min(first.info.pending, IN_A_PULL - 1);
      return more === 0 || isStopped ? [first] : [first, ...(await fetch(more, AT_ONCE))];
    },
    reached: async () => {
      // In this order: what is not pending now was not pending either when the stream ended there.
      const now = await manager.streams.info(stream);
      const { delivered, num_pending } = await manager.consumers.info(stream, made.name);
      if (delivered.consumer_seq !== received) throw new Error('a message was lost');
      return num_pending === 0 ? now : undefined;
    },
    stop: () => {
      isStopped = true;
      pulled?.stop();
    },
  };
}
