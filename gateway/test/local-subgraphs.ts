import { composeServices } from '@apollo/composition';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { execute, parse, type DocumentNode, type GraphQLSchema } from 'graphql';
import type { SubgraphAnswer } from '../src/subrequests/read-answer.ts';

export interface LocalSubgraph {
  readonly sdl: string;
  readonly resolvers: object;
}
export type LocalSubgraphs = Readonly<Record<string, LocalSubgraph>>;

/** A subrequest, as it would have gone over the wire. */
export interface Subrequest {
  readonly service: string;
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
}
export type AnswerSubrequest = (subrequest: Subrequest) => Promise<SubgraphAnswer>;

export const LINK = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: [
  "@key", "@requires", "@provides", "@external", "@shareable", "@interfaceObject", "@inaccessible",
  "@override", "@context", "@fromContext"])\n`;

/** The supergraph of these subgraphs. */
export function composeLocal(subgraphs: LocalSubgraphs): string {
  const { errors, supergraphSdl } = composeServices(
    Object.entries(subgraphs).map(([name, { sdl }]) => ({
      name,
      url: 'http://subgraph.invalid/',
      typeDefs: parse(`${LINK}${sdl}`),
    })),
  );
  if (errors === undefined) return supergraphSdl;
  throw new Error(errors.map(({ message }) => message).join('\n'));
}

/** Answers subrequests in this process, as the subgraphs would: `graphql-js` behind JSON. */
export function serveLocal(subgraphs: LocalSubgraphs): AnswerSubrequest {
  const schemas = new Map<string, GraphQLSchema>();
  for (const [name, { sdl, resolvers }] of Object.entries(subgraphs)) {
    const typeDefs = parse(`${LINK}${sdl}`);
    schemas.set(name, buildSubgraphSchema({ typeDefs, resolvers: resolvers as never }));
  }
  const documents = new Map<string, DocumentNode>();
  return async ({ service, query, variables }) => {
    const schema = schemas.get(service);
    if (schema === undefined) throw new Error(`There is no subgraph ${service}.`);
    const document = documents.get(query) ?? parse(query);
    documents.set(query, document);
    const answer = await execute({ schema, document, variableValues: variables });
    return JSON.parse(JSON.stringify(answer)) as SubgraphAnswer;
  };
}
