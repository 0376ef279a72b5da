import type { JetStreamManager, StreamInfo } from 'nats';
import type { Mark } from './collections.ts';
import { isMessageNotFound } from './jetstream-errors.ts';

const MESSAGE_ID = 'Nats-Msg-Id';

/** Whether what was acknowledged at a mark is no longer what the stream holds there. */
export async function isGone(
  mark: Mark,
  {
    manager,
    info,
    retention,
    now,
  }: {
    readonly manager: JetStreamManager;
    readonly info: StreamInfo;
    readonly retention: number;
    readonly now: Date;
  },
): Promise<boolean> {
  const { state } = info;
  if (info.created !== mark.made || state.last_seq < mark.seq) return true;
  // Before the first one: its limits made the stream forget it, as they shall.
  if (state.first_seq > mark.seq) return false;
  try {
    const message = await manager.streams.getMessage(info.config.name, { seq: mark.seq });
    return message.header.get(MESSAGE_ID) !== mark.messageId;
  } catch (error) {
    if (!isMessageNotFound(error)) throw error;
    return now.getTime() - mark.at.getTime() < retention;
  }
}
