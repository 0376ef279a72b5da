import { createServer, type Server } from 'node:http';
import { freePort } from '@onewindow/runtime/embedded';
import { createGraph, type Graph } from './graph.ts';

let server: Server;
let graph: Graph;
let answers: object[];
let asked: { readonly authorization: string | undefined; readonly query: string }[];
beforeEach(async () => {
  answers = [];
  asked = [];
  const port = await freePort();
  server = createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8').on('data', (chunk: string) => (body += chunk));
    request.on('end', () => {
      if (request.url === '/token/persona') {
        response.end(`token-of-${(JSON.parse(body) as { persona: string }).persona}`);
        return;
      }
      const { query } = JSON.parse(body) as { readonly query: string };
      asked.push({ authorization: request.headers.authorization, query });
      response.end(JSON.stringify(answers.shift()));
    });
  });
  await new Promise<void>((done) => server.listen(port, '127.0.0.1', done));
  const address = `http://127.0.0.1:${port}`;
  graph = createGraph({ gateway: address, identity: address });
});
afterEach(() => {
  server.close();
  server.closeAllConnections();
});

const publish = { persona: 'editor', mutation: 'publishItem', input: { id: '1' } };

it('a command is sent as the persona and answers its success', async () => {
  answers = [{ data: { publishItem: { __typename: 'PublishItemSuccess', item: { id: '1' } } } }];
  const answer = await graph.command({ ...publish, select: 'item { id }' });
  expect(answer).toEqual({ __typename: 'PublishItemSuccess', item: { id: '1' } });
  expect(asked[0]?.authorization).toBe('Bearer token-of-editor');
  expect(asked[0]?.query).toContain('publishItem(input: $input)');
  expect(asked[0]?.query).toContain('... on PublishItemSuccess { item { id } }');
});

it('a refusal that only means "not yet" is asked again, any other is told', async () => {
  const refusal = { __typename: 'CentreUnknown', code: 'CentreUnknown', message: 'Unknown' };
  answers = [
    { data: { publishItem: refusal } },
    { data: { publishItem: { __typename: 'PublishItemSuccess' } } },
    { data: { publishItem: refusal } },
  ];
  await graph.command({ ...publish, notYet: ['CentreUnknown'] });
  expect(asked.length).toBe(2);
  await expect(graph.command(publish)).rejects.toThrow(
    /publishItem as editor was refused: CentreUnknown Unknown/,
  );
});

it('a subgraph that was too slow is asked again', async () => {
  answers = [
    { errors: [{ message: 'late', extensions: { code: 'SUBREQUEST_TIMEOUT' } }] },
    { data: { publishItem: { __typename: 'PublishItemSuccess' } } },
  ];
  await graph.command(publish);
  expect(asked.length).toBe(2);
});

it('an error of the graph is told with the operation', async () => {
  answers = [{ errors: [{ message: 'FORBIDDEN' }] }];
  await expect(graph.query('citizen', '{ items { totalCount } }')).rejects.toThrow(
    /As citizen: \{ items .*\n.*FORBIDDEN/,
  );
});
