import type { Msg, NatsConnection } from 'nats';
import type { Log } from './log.ts';
import { reasonOf } from './reason-of.ts';
import { replayRequest } from './replay-wish.ts';
import { replaySubjectOf } from './stream-config.ts';

/**
 * Answers wishes for a replay, one replica for each. The answer is a promise, so it is given after the
 * row is written; without an answer the consumer asks again.
 */
export function answerReplayRequests(
  connection: NatsConnection,
  deps: {
    readonly service: string;
    readonly promise: (wish: string) => Promise<string>;
    readonly promised: () => void;
    readonly log: Log;
  },
): void {
  const answer = async (request: Msg) => {
    try {
      const { wish, durable } = replayRequest.parse(request.json());
      const replay = await deps.promise(wish);
      request.respond(JSON.stringify({ replay }));
      deps.log.info({ durable, replay }, 'replay promised');
      deps.promised();
    } catch (error) {
      deps.log.error({ reason: reasonOf(error) }, 'replay not promised');
    }
  };
  connection.subscribe(replaySubjectOf(deps.service), {
    queue: 'replay',
    callback: (error, request) => {
      if (error) deps.log.error({ reason: reasonOf(error) }, 'replay requests are not heard');
      else void answer(request);
    },
  });
}
