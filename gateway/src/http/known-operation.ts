import type { IncomingMessage, ServerResponse } from 'node:http';
import type { HTTPGraphQLResponse } from '@apollo/server';
import { isTracing } from '@onewindow/runtime';
import { describeOperation, inLanguage, parseLanguage } from '@onewindow/subgraph';
import type { GraphQLError } from 'graphql';
import type { AskedOperation, KnownOperation } from '../execution/executor.ts';
import { printResult } from '../execution/printed-data.ts';
import { logErrors, maskErrors, withTraceId } from '../operation-errors.ts';
import type { RequestContext } from '../request-context.ts';
import { answerText } from './answer.ts';

const JSON_TYPE = /^application\/json(?: *; *charset=utf-8)?$/i;

/** The operation of a plain request. Undefined of all that needs a closer look: another form, a stored query. */
export function askedOperation(
  { method, headers }: IncomingMessage,
  body: unknown,
): AskedOperation | undefined {
  if (method !== 'POST' || !JSON_TYPE.test(headers['content-type'] ?? '')) return undefined;
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return undefined;
  const { query, operationName, variables, extensions } = body as Record<string, unknown>;
  if (typeof query !== 'string' || !isOfClient(extensions)) return undefined;
  if (operationName !== undefined && operationName !== null && typeof operationName !== 'string')
    return undefined;
  if (variables !== undefined && (typeof variables !== 'object' || Array.isArray(variables)))
    return undefined;
  return {
    query,
    operationName: operationName ?? undefined,
    variables: (variables ?? {}) as Readonly<Record<string, unknown>>,
  };
}

/** Nothing, or no more than the library that a client says it uses. */
function isOfClient(extensions: unknown): boolean {
  if (extensions === undefined) return true;
  if (typeof extensions !== 'object' || extensions === null) return false;
  const names = Object.keys(extensions);
  return names.length === 1 && names[0] === 'clientLibrary';
}

/** In which form callers are answered, by what they say they accept: learnt from Apollo Server, which decides it. */
export interface MediaTypes {
  find(request: IncomingMessage): string | undefined;
  learn(request: IncomingMessage, answer: HTTPGraphQLResponse): void;
}

/** Browsers and clients have a handful of `accept` headers; whoever has more is answered the long way. */
const MOST = 100;

export function createMediaTypes(): MediaTypes {
  const known = new Map<string | undefined, string>();
  return {
    find: ({ headers }) => known.get(headers.accept),
    learn: ({ headers: { accept } }, { status = 200, headers }) => {
      const type = headers.get('content-type');
      if (status === 200 && type !== undefined && known.size < MOST) known.set(accept, type);
    },
  };
}

/** Runs an operation and answers as Apollo Server would have done. */
export async function answerKnown(
  known: KnownOperation,
  response: ServerResponse,
  { context, mediaType }: { readonly context: RequestContext; readonly mediaType: string },
): Promise<void> {
  if (isTracing()) describeOperation(known.definition);
  const { data, errors, extensions } = await known.run(context);
  if (errors) logErrors(errors, { log: context.log, operationName: known.definition.name?.value });
  const text = printResult({
    ...(errors && {
      errors: withTraceId(
        inLanguage(maskErrors(errors), parseLanguage(context.acceptLanguage)),
        context.traceId,
      ),
    }),
    ...(data !== undefined && { data }),
    ...(extensions && { extensions }),
  });
  response.setHeader('content-type', mediaType);
  for (const error of errors ?? []) {
    for (const [name, value] of httpOf(error).headers ?? []) response.setHeader(name, value);
  }
  answerText(response, errors ? statusOf(errors, data === undefined) : 200, text);
}

function statusOf(errors: readonly GraphQLError[], hasNoData: boolean): number {
  const told = errors.flatMap((error) => httpOf(error).status ?? []);
  return told.at(-1) ?? (hasNoData ? 400 : 200);
}

/** What an error says of the answer's head, as Apollo Server reads it. */
interface ErrorHead {
  readonly status?: number;
  readonly headers?: ReadonlyMap<string, string>;
}

const httpOf = ({ extensions }: GraphQLError): ErrorHead =>
  (extensions['http'] as unknown as ErrorHead | undefined) ?? {};
