import type { OutgoingEvent } from '@onewindow/contracts';
import { subjectOfAgain } from './lane.ts';
import { idOfReplay } from './message-id.ts';
import type { Publisher } from './publisher.ts';

/** Half of what may be in flight, so that a new event never waits for a place. */
const CHUNK = 128;

/** The events in chunks, in their order. */
export async function* inChunks<Item>(items: AsyncIterable<Item>): AsyncGenerator<Item[]> {
  let chunk: Item[] = [];
  for await (const item of items) {
    chunk.push(item);
    if (chunk.length === CHUNK) {
      yield chunk;
      chunk = [];
    }
  }
  if (chunk.length > 0) yield chunk;
}

/**
 * Sends events again: the same events in the lane behind what is new, under other message ids, else JetStream
 * would drop them as copies.
 */
export async function publishAgain(
  publisher: Publisher,
  events: readonly OutgoingEvent[],
  replay: string,
): Promise<void> {
  const { failed } = await publisher.publish(
    events.map((event) => ({
      ...event,
      natsSubject: subjectOfAgain(event.natsSubject),
      messageId: idOfReplay(event.messageId, replay),
    })),
  );
  const [first] = failed;
  if (first) throw new Error(`${failed.length} events were not published again: ${first.reason}`);
}
