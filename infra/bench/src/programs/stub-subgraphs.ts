import { createServer } from 'node:http';
import { productOf, reviewsOf, userOf } from '../bench-graph.ts';

interface Asked {
  readonly variables: {
    readonly first?: number;
    readonly seed?: number;
    /** Representations, by whatever name the gateway has for them. */
    readonly [name: string]: unknown;
  };
}

/** Texts that are asked for again and again: the stubs must cost less than any gateway. */
const remembered = new Map<string, string>();
function text(id: string, make: (id: string) => unknown): string {
  let found = remembered.get(id);
  if (found === undefined) remembered.set(id, (found = JSON.stringify(make(id))));
  return found;
}

const product = (id: string) => productOf(Number(id.slice(1)));
const reviewed = (id: string) => ({
  __typename: 'Product',
  id: id.slice(2),
  reviews: reviewsOf(id.slice(2)),
});
const answers: Readonly<Record<string, (asked: Asked) => string>> = {
  '/products': ({ variables: { first = 0, seed = 0 } }) => {
    const texts = Array.from({ length: first }, (_, at) => text(`p${seed + at}`, product));
    return `{"data":{"products":[${texts.join()}]}}`;
  },
  '/reviews': (asked) =>
    entities(representationsOf(asked).map(({ id }) => text(`r:${id}`, reviewed))),
  '/users': (asked) => entities(representationsOf(asked).map(({ id }) => text(id, userOf))),
};
const representationsOf = ({ variables }: Asked) =>
  (Object.values(variables).find(Array.isArray) ?? []) as readonly { readonly id: string }[];
const entities = (texts: readonly string[]) => `{"data":{"_entities":[${texts.join()}]}}`;

/** Answers like three subgraphs by the variables alone; a gateway that asks for other fields gets these. */
const server = createServer((request, response) => {
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', () => {
    const answer = answers[request.url ?? ''];
    const body = Buffer.from(
      answer?.(JSON.parse(Buffer.concat(chunks).toString()) as Asked) ?? 'null',
    );
    response.writeHead(answer ? 200 : 404, {
      'content-type': 'application/json',
      'content-length': body.length,
    });
    response.end(body);
  });
});
server.keepAliveTimeout = 65_000;
server.listen(Number(process.env['PORT']), '127.0.0.1');
