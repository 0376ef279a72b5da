import { z } from 'zod';
import { eventContractsIn } from './event-contracts.ts';

export type JsonSchema = Readonly<Record<string, unknown>>;

/** Where a component schema of this name is in the document. */
export const schemaRef = (name: string) => ({ $ref: `#/components/schemas/${name}` });

/** `cases.case.accepted.v1` of `onewindow.cases.case.accepted.v1`. */
export const shortType = (type: string): string => type.replace(/^onewindow\./, '');

/**
 * The JSON Schemas of all schemas that a module exports, snapshots and events' data, each under its own
 * name and referring to the others by theirs. As a reader sees them: fields that he doesn't know may come.
 */
export function eventSchemas(module: object): Readonly<Record<string, JsonSchema>> {
  const registry = z.registry<{ id: string }>();
  for (const [name, value] of Object.entries(module)) {
    if (value instanceof z.ZodType) registry.add(value, { id: name });
  }
  for (const { type, schema } of eventContractsIn(module)) {
    // Events without anything of their own share a schema, which has one name only.
    if (!registry.has(schema)) registry.add(schema, { id: `${shortType(type)}.data` });
  }
  const { schemas } = z.toJSONSchema(registry, {
    target: 'draft-7',
    io: 'input',
    uri: (id) => schemaRef(id).$ref,
    // A format says it shorter.
    override: ({ jsonSchema }) => {
      if (jsonSchema.format !== undefined) delete jsonSchema.pattern;
    },
  });
  const names = Object.keys(schemas).sort();
  return Object.fromEntries(names.map((name) => [name, bare(schemas[name] ?? {})]));
}

/** The name under which this schema is in `eventSchemas`. */
export function schemaNameOf(module: object, schema: z.ZodType): string {
  const named = Object.entries(module).find(([, value]) => value === schema)?.[0];
  if (named !== undefined) return named;
  const first = eventContractsIn(module).find((contract) => contract.schema === schema);
  if (first === undefined) throw new Error('This schema is no event’s.');
  return `${shortType(first.type)}.data`;
}

/** Without what names a document of its own: it is part of one. */
function bare({ $schema: _, $id: _id, ...schema }: JsonSchema): JsonSchema {
  return schema;
}
