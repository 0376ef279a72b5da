import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { personasJson, personasPage, personasText, signInPage } from './pages.ts';
import { LIFETIME_SECONDS, signPersonaToken } from './persona-token.ts';
import { findPersona, PERSONAS, subjectOf } from './personas.ts';
import { createProvider, type ProviderSettings } from './provider.ts';

const LONGEST_BODY = 4096;
/** Another name for this machine is a page elsewhere that was made to point here. */
const LOCAL_HOST = /^(127\.0\.0\.1|localhost)(:\d+)?$/;

interface Answer {
  readonly status?: number;
  readonly type?: string;
  readonly body: string;
}
const html = (body: string): Answer => ({ type: 'text/html; charset=utf-8', body });
const text = (body: string, status = 200): Answer => ({ status, body });

/** The identity provider of this machine: personas instead of people, and no password. */
export function createIdentityProvider(settings: ProviderSettings): Server {
  const provider = createProvider(settings);
  const oidc = provider.callback();

  async function ownAnswer(
    request: IncomingMessage,
    response: ServerResponse,
  ): Promise<Answer | 'ANSWERED' | undefined> {
    const path = new URL(request.url ?? '/', settings.issuer).pathname;
    const route = `${request.method ?? 'GET'} ${path}`;
    if (route.startsWith('GET /health/')) return text('ok');
    if (route === 'GET /') return html(personasPage());
    if (route === 'GET /personas.txt') return text(personasText());
    if (route === 'GET /personas.json') return { type: 'application/json', body: personasJson() };
    if (route === 'POST /token/persona') return await personaToken(request);
    if (/^GET \/interaction\/[\w-]+$/.test(route)) return html(signInPage(path.slice(13)));
    if (/^POST \/interaction\/[\w-]+$/.test(route)) {
      const persona = findPersona(new URLSearchParams(await bodyOf(request)).get('persona') ?? '');
      if (persona === undefined) return text(unknownPersona(''), 400);
      const result = { login: { accountId: subjectOf(persona.key) } };
      await provider.interactionFinished(request, response, result);
      return 'ANSWERED';
    }
    return undefined;
  }

  async function personaToken(request: IncomingMessage): Promise<Answer> {
    // A page of another origin can't send this type without asking first, and is refused when it asks.
    if (request.headers['content-type'] !== 'application/json') {
      return text('Send the persona as application/json.', 415);
    }
    const name = personaIn(await bodyOf(request));
    const persona = findPersona(name);
    if (persona === undefined) return text(unknownPersona(name), 404);
    const token = await signPersonaToken(settings.claimsOf(persona), settings);
    if (request.headers.accept === 'text/plain') return text(token);
    const body = { access_token: token, token_type: 'Bearer', expires_in: LIFETIME_SECONDS };
    return { type: 'application/json', body: JSON.stringify(body) };
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const own = LOCAL_HOST.test(request.headers.host ?? '')
      ? await ownAnswer(request, response)
      : text('This identity provider serves its own machine only.', 421);
    if (own === undefined) await oidc(request, response);
    else if (own !== 'ANSWERED') {
      response
        .writeHead(own.status ?? 200, {
          'content-type': own.type ?? 'text/plain; charset=utf-8',
          'cache-control': 'no-store',
        })
        .end(own.body);
    }
  }

  return createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      console.error(error);
      if (!response.headersSent) response.writeHead(500);
      response.end();
    });
  });
}

const unknownPersona = (name: string) =>
  `There is no persona "${name}". There are: ${PERSONAS.map(({ key }) => key).join(', ')}.`;

function personaIn(body: string): string {
  try {
    const { persona } = JSON.parse(body) as { readonly persona?: unknown };
    return typeof persona === 'string' ? persona : '';
  } catch {
    // Not JSON: no persona has an empty name, so it is told that there is none.
    return '';
  }
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  let body = '';
  for await (const chunk of request.setEncoding('utf8')) {
    body += String(chunk);
    if (body.length > LONGEST_BODY) throw new Error('The body is too long');
  }
  return body;
}
