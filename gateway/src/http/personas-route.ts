import type { Exchange } from '@onewindow/runtime';
import { answerError, answerText } from './answer.ts';

/** Another name for this machine is a page elsewhere that was made to point here. */
const LOCAL_HOST = /^(127\.0\.0\.1|localhost)(:\d+)?$/;
const PATIENCE_MS = 5_000;

/**
 * `/personas`, on a developer's machine: who one may be, and by POST a token of one of them. The explorer's page asks
 * here and no other host; the identity provider answers. A page of another origin can't send JSON without asking
 * first, and nobody says yes to it.
 */
export function createPersonasRoute(identity: string) {
  return async ({ request, response, body, traceId }: Exchange): Promise<void> => {
    const { method = 'GET', headers } = request;
    const isChoice = method === 'POST' && headers['content-type'] === 'application/json';
    if (!LOCAL_HOST.test(headers.host ?? '') || !(isChoice || method === 'GET')) {
      const message = 'Personas are for the explorer on this machine.';
      answerError(response, 403, { code: 'FORBIDDEN', message, traceId });
      return;
    }
    const answer = await fetch(new URL(isChoice ? '/token/persona' : '/personas.json', identity), {
      signal: AbortSignal.timeout(PATIENCE_MS),
      ...(isChoice && {
        method,
        headers: { 'content-type': 'application/json' },
        body: body.toString('utf8'),
      }),
    });
    answerText(response, answer.status, await answer.text());
  };
}
