import type { JetStreamManager, StreamInfo } from 'nats';
import { isStreamNotFound } from './jetstream-errors.ts';
import type { Log } from './log.ts';
import type { MessagingMetrics } from './metrics.ts';
import type { streamConfig } from './stream-config.ts';

export interface KeptStream {
  readonly info: StreamInfo;
  /** It was not there: everything that was ever in it is gone. */
  readonly made: boolean;
}

/** Makes sure that the service's own stream exists as it shall be. Only its owner makes a stream. */
export async function keepStream(
  manager: JetStreamManager,
  wanted: ReturnType<typeof streamConfig>,
): Promise<KeptStream> {
  try {
    const info = await manager.streams.info(wanted.name);
    const differs = Object.entries(wanted).some(
      ([key, value]) =>
        JSON.stringify(info.config[key as keyof typeof info.config]) !== JSON.stringify(value),
    );
    return {
      info: differs ? await manager.streams.update(wanted.name, wanted) : info,
      made: false,
    };
  } catch (error) {
    if (!isStreamNotFound(error)) throw error;
    return { info: await manager.streams.add(wanted), made: true };
  }
}

/** At half of its bytes a stream still holds all its days; at all of them it forgets the oldest. */
export function watchSize(
  { state, config }: StreamInfo,
  { log, metrics }: { readonly log: Log; readonly metrics: MessagingMetrics },
): void {
  metrics.streamSize(config.name, state.bytes, config.max_bytes);
  if (state.bytes * 2 >= config.max_bytes) {
    log.error(
      { stream: config.name, bytes: state.bytes, maxBytes: config.max_bytes },
      'the stream is more than half full',
    );
  }
}
