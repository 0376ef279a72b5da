import type { NatsConnection } from 'nats';
import { v7 } from 'uuid';
import { z } from 'zod';
import { consumersOf, type Database } from './collections.ts';
import type { Consumer } from './contract.ts';
import { replaySubjectOf } from './stream-config.ts';

/** What a consumer sends on `onewindow.replay.<service>`. */
export const replayRequest = z.object({ wish: z.uuid(), durable: z.string().min(1) });
export const replayAnswer = z.object({ replay: z.uuid() });

const ANSWER_PATIENCE = 5_000;

/** The wish of a replica's consumer to be sent everything: kept until the publisher has promised it. */
export interface ReplayWish {
  /**
   * Writes the wish down when the durable is not there, when this database doesn't know it (a replica
   * rebuilt from zero), or when it reads a type that it did not read before. Done before the durable is made.
   */
  readonly writeDown: (durableExists: boolean) => Promise<void>;
  /** Asks for what is wished; throws when nobody answers. Does nothing without a wish. */
  readonly ask: (connection: NatsConnection) => Promise<void>;
}

export function createReplayWish(db: Database, consumer: Consumer): ReplayWish {
  const rows = consumersOf(db);
  const _id = consumer.durable;
  const types = consumer.contracts.map(({ type }) => type);

  return {
    writeDown: async (durableExists) => {
      const known = await rows.findOne({ _id });
      const isNew = !durableExists || !known || types.some((type) => !known.types.includes(type));
      const wish = consumer.replay === true && isNew ? { wish: v7() } : {};
      await rows.updateOne({ _id }, { $set: { types, ...wish } }, { upsert: true });
    },
    ask: async (connection) => {
      const known = await rows.findOne({ _id });
      if (known?.wish === undefined) return;
      const { wish } = known;
      const subject = replaySubjectOf(consumer.from);
      const reply = await connection.request(subject, JSON.stringify({ wish, durable: _id }), {
        timeout: ANSWER_PATIENCE,
      });
      const { replay } = replayAnswer.parse(reply.json());
      await rows.updateOne({ _id, wish }, { $unset: { wish: '' }, $set: { replay } });
    },
  };
}
