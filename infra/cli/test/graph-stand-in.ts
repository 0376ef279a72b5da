import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

interface Request {
  readonly query: string;
  readonly variables: {
    readonly input: {
      readonly commandId: string;
      readonly rows?: readonly { readonly code: string; readonly content: object }[];
      readonly departments?: readonly { readonly name: string }[];
    };
  };
}

export interface GraphStandIn {
  readonly url: string;
  readonly requests: readonly Request[];
  /** Answers the next request with this status and nothing else. */
  readonly failNext: (...statuses: readonly number[]) => void;
  /** Fails, as over a fault of its own, over every request that has this row. */
  readonly failOver: (code: string) => void;
  /** Refuses every request that has this department as one that can't be right. */
  readonly refuseDepartment: (name: string) => void;
  /** Departments are known from this request of items on. */
  readonly knowDepartmentsAfter: (requests: number) => void;
  readonly close: () => Promise<void>;
}

/** The two mutations of the graph as the command line sees them, over real HTTP. */
export async function startGraph(): Promise<GraphStandIn> {
  const requests: Request[] = [];
  const taken = new Map<string, string>();
  let failures: readonly number[] = [];
  let unknownFor = 0;
  let poison: string | undefined;
  let refusedName: string | undefined;
  const server: Server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const [status, ...rest] = failures;
      failures = rest;
      if (status !== undefined) {
        response.writeHead(status).end('<html>');
        return;
      }
      const body = JSON.parse(Buffer.concat(chunks).toString()) as Request;
      requests.push(body);
      response.writeHead(200, { 'content-type': 'application/json' });
      const { rows = [] } = body.variables.input;
      const errors = [{ message: 'fault', extensions: { code: 'INTERNAL_SERVER_ERROR' } }];
      const fails = rows.some(({ code }) => code === poison);
      response.end(JSON.stringify(fails ? { errors } : { data: answer(body) }));
    });
  });

  function answer({ variables: { input } }: Request): object {
    if (input.departments?.some(({ name }) => name === refusedName))
      return { registerDepartments: { __typename: 'InvalidInput', message: 'name' } };
    if (input.departments) {
      const outcomes = input.departments.map(({ name }) => ({ name, outcome: 'REGISTERED' }));
      return { registerDepartments: { __typename: 'RegisterDepartmentsSuccess', outcomes } };
    }
    const early = unknownFor > 0;
    unknownFor -= 1;
    const outcomes = (input.rows ?? []).map(({ code, content }) => {
      if (early)
        return { code, outcome: 'REFUSED', reasons: [{ code: 'DepartmentUnknown', message: '' }] };
      const [before, now] = [taken.get(code), JSON.stringify(content)];
      taken.set(code, now);
      const change = before === now ? 'UNCHANGED' : 'CHANGED';
      return { code, outcome: before === undefined ? 'TAKEN' : change, reasons: [] };
    });
    return { importItems: { __typename: 'ImportItemsSuccess', outcomes } };
  }

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port.toString()}/graphql`,
    requests,
    failNext: (...statuses) => {
      failures = statuses;
    },
    failOver: (code) => {
      poison = code;
    },
    refuseDepartment: (name) => {
      refusedName = name;
    },
    knowDepartmentsAfter: (count) => {
      unknownFor = count;
    },
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => {
          resolve();
        });
      }),
  };
}
