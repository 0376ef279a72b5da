import { createServer } from 'node:http';
import { connectDatabase } from '@onewindow/persistence';

/**
 * The least that Node needs for what a subgraph answers of cases: `node:http`, one `find` of the driver for the same
 * fields, and JSON. Without tokens, rights, limits, versions and GraphQL.
 */
const { MONGODB_URI: uri = '', MONGODB_DATABASE: name = '', PORT = '0' } = process.env;
const database = await connectDatabase({ uri, database: name });
const cases = database.collection<Row>('cases');

interface Row {
  readonly _id: string;
  readonly state: Readonly<Record<string, unknown>>;
}
interface Asked {
  readonly ids?: readonly string[];
  readonly department?: string;
  readonly fields: readonly string[];
}

async function answer({ ids, department, fields }: Asked) {
  const projection = Object.fromEntries(fields.map((field) => [`state.${field}`, 1 as const]));
  const found = ids
    ? cases.find({ _id: { $in: [...ids] } }, { projection })
    : cases
        .find({ department }, { projection })
        .sort({ 'state.submittedAt': -1, _id: -1 })
        .limit(20);
  return (await found.toArray()).map(({ _id, state }) => ({ id: _id, ...state }));
}

createServer((request, response) => {
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', () => {
    const { variables } = JSON.parse(Buffer.concat(chunks).toString()) as {
      readonly variables: Partial<Asked>;
    };
    void answer({ fields: [], ...variables }).then((rows) => {
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify({ data: rows }));
    });
  });
}).listen(Number(PORT), '127.0.0.1');
