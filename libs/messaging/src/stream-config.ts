import { DiscardPolicy, nanos, RetentionPolicy, StorageType, type StreamConfig } from 'nats';

/** The name of a service's stream. */
export const streamOf = (service: string): string => `ONEWINDOW_${service.toUpperCase()}`;

/** The subject on which a service is asked to send the newest event of every aggregate again. */
export const replaySubjectOf = (service: string): string => `onewindow.replay.${service}`;

/** What a stream reserves where nothing else is said: 2 GiB. */
export const DEFAULT_STREAM_BYTES = 2 * 1024 ** 3;

const TWO_MINUTES = 120_000;

/** Limits retention: work-queue retention loses messages, and others bind the same stream. */
export const streamConfig = (options: {
  readonly service: string;
  readonly maxBytes: number;
  readonly retention: number;
  readonly replicas: number;
}): Partial<StreamConfig> &
  Pick<StreamConfig, 'name' | 'subjects' | 'max_bytes' | 'num_replicas'> => ({
  name: streamOf(options.service),
  subjects: [`onewindow.${options.service}.>`],
  storage: StorageType.File,
  retention: RetentionPolicy.Limits,
  discard: DiscardPolicy.Old,
  max_age: nanos(options.retention),
  max_bytes: options.maxBytes,
  duplicate_window: nanos(Math.min(TWO_MINUTES, options.retention)),
  num_replicas: options.replicas,
});
