import type { Exchange, Handler, Routes } from '@onewindow/runtime';
import { introspectionFromSchema, printSchema, type GraphQLSchema } from 'graphql';
import { answerPage, compressPage, type CompressedPage } from './compressed-page.ts';

/**
 * The schema that callers see, without a query: `/schema.graphql` as SDL, `/schema.json` as the answer of an
 * introspection query (`{"data": {"__schema": …}}`). Both are made at the first visit.
 */
export function createSchemaRoutes(
  schema: () => GraphQLSchema,
  crossOrigin: (handle: Handler) => Handler,
): Routes {
  const introspected = () => JSON.stringify({ data: introspectionFromSchema(schema()) });
  return {
    '/schema.graphql': crossOrigin(
      pageRoute(() => printSchema(schema()), 'text/plain; charset=utf-8'),
    ),
    '/schema.json': crossOrigin(pageRoute(introspected, 'application/json; charset=utf-8')),
  };
}

function pageRoute(text: () => string, type: string) {
  let made: Promise<CompressedPage> | undefined;
  const make = async (): Promise<CompressedPage> => {
    const plain = text();
    return { ...(await compressPage(plain)), plain: Buffer.from(plain) };
  };
  const page = () => (made ??= make());
  return (exchange: Exchange) => answerPage(exchange, { page, type });
}
