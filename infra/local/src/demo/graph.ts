import { setTimeout as sleep } from 'node:timers/promises';

/** What a mutation answered: its success, or a named refusal. */
export interface Answer {
  readonly __typename: string;
  readonly code?: string;
  readonly message?: string;
}

export interface Command {
  readonly persona: string;
  readonly mutation: string;
  readonly input: Readonly<Record<string, unknown>>;
  /** What to ask of the success, if anything. */
  readonly select?: string;
  /** Refusals that mean: another service has not heard of it yet. They are tried again for a while. */
  readonly notYet?: readonly string[];
}

/** The one graph, as a persona sees it. The demo speaks to nothing else. */
export interface Graph {
  readonly tokenOf: (persona: string) => Promise<string>;
  readonly query: <Data>(persona: string, document: string, variables?: object) => Promise<Data>;
  /** Answers the success; throws what else was answered. */
  readonly command: <Success extends Answer = Answer>(command: Command) => Promise<Success>;
}

const PATIENCE_MS = 60_000;
const PAUSE_MS = 200;

export function createGraph(addresses: {
  readonly gateway: string;
  readonly identity: string;
}): Graph {
  const tokens = new Map<string, Promise<string>>();
  const tokenOf = (persona: string) => {
    const token = tokens.get(persona) ?? fetchToken(addresses.identity, persona);
    tokens.set(persona, token);
    return token;
  };

  /** A subgraph that was too slow for the gateway may have done it: asked again, which a commandId makes harmless. */
  async function query<Data>(persona: string, document: string, variables: object = {}) {
    for (const until = Date.now() + PATIENCE_MS; ;) {
      const body = await ask(persona, document, variables);
      if (body.errors === undefined && body.data !== undefined) return body.data as Data;
      if (!isPassing(body.errors) || Date.now() > until) {
        throw new Error(`As ${persona}: ${document}\n${JSON.stringify(body.errors)}`);
      }
      await sleep(PAUSE_MS);
    }
  }

  async function ask(persona: string, document: string, variables: object) {
    const response = await fetch(`${addresses.gateway}/graphql`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        authorization: `Bearer ${await tokenOf(persona)}`,
      },
      body: JSON.stringify({ query: document, variables }),
    });
    return (await response.json()) as { readonly data?: unknown; readonly errors?: GraphErrors };
  }

  async function command<Success extends Answer>(request: Command): Promise<Success> {
    const { persona, mutation, input, notYet = [] } = request;
    const document = documentOf(request);
    for (const until = Date.now() + PATIENCE_MS; ;) {
      const data = await query<Readonly<Record<string, Answer>>>(persona, document, { input });
      const answer = data[mutation];
      if (answer?.__typename.endsWith('Success')) return answer as Success;
      const code = answer?.code ?? '';
      if (!notYet.includes(code) || Date.now() > until) {
        throw new Error(
          `${mutation} as ${persona} was refused: ${code} ${answer?.message ?? ''}\n${JSON.stringify(input)}`,
        );
      }
      await sleep(PAUSE_MS);
    }
  }
  return { tokenOf, query, command };
}

type GraphErrors = readonly { readonly extensions?: { readonly code?: string } }[];

/** A machine under load passes; what the graph says on purpose does not. */
const isPassing = (errors: GraphErrors = []): boolean =>
  errors.length > 0 &&
  errors.every(({ extensions }) =>
    ['SUBREQUEST_TIMEOUT', 'SUBREQUEST_FAILED'].includes(extensions?.code ?? ''),
  );

function documentOf({ mutation, select }: Command): string {
  const name = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}`;
  const success = select === undefined ? '' : `... on ${name}Success { ${select} }`;
  return (
    `mutation ${name}($input: ${name}Input!) { ${mutation}(input: $input) ` +
    `{ __typename ... on Rejection { code message } ${success} } }`
  );
}

async function fetchToken(identity: string, persona: string): Promise<string> {
  const response = await fetch(`${identity}/token/persona`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'text/plain' },
    body: JSON.stringify({ persona }),
  });
  if (!response.ok) throw new Error(await response.text());
  return await response.text();
}
