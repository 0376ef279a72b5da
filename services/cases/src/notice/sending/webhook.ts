import { createHmac } from 'node:crypto';
import type { Delivered, Message, SendingPort } from './sending-port.ts';

/** How long a gateway may take for one message. */
const PATIENCE_MS = 10_000;

/** What a gateway says of a message that it will never take; every other answer may be another one tomorrow. */
const isForEver = (status: number) =>
  status >= 400 && status < 500 && status !== 408 && status !== 425 && status !== 429;

/**
 * The gateway of a city for short messages, letters and its site: each message is POSTed as JSON, with the key of its
 * sending as `Idempotency-Key` and an HMAC-SHA256 of the body as `X-Signature`. 2xx: it is taken, once by that key.
 */
export function createWebhook({
  url,
  secret,
}: {
  readonly url: string;
  readonly secret: string;
}): SendingPort {
  return {
    send: async (message: Message): Promise<Delivered> => {
      const body = JSON.stringify(message);
      const signature = createHmac('sha256', secret).update(body).digest('hex');
      try {
        const {
          ok,
          status,
          body: said,
        } = await fetch(url, {
          method: 'POST',
          headers: {
            'content-type': 'application/json',
            'idempotency-key': message.key,
            'x-signature': `sha256=${signature}`,
          },
          body,
          // Elsewhere nothing is sent that names somebody.
          redirect: 'error',
          signal: AbortSignal.timeout(PATIENCE_MS),
        });
        await said?.cancel();
        return ok
          ? { sent: true }
          : { sent: false, reason: `HTTP_${status.toString()}`, isFinal: isForEver(status) };
      } catch {
        // Its text may hold the address with what stands in it.
        return { sent: false, reason: 'UNREACHABLE', isFinal: false };
      }
    },
  };
}
