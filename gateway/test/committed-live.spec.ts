import { readFileSync } from 'node:fs';
import { ApolloGateway, LocalGraphQLDataSource } from '@apollo/gateway';
import * as contracts from '@onewindow/contracts';
import type { EventContract } from '@onewindow/contracts';
import {
  buildSchema,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isObjectType,
  parse,
  printSchema,
  valueFromASTUntyped,
  type ConstDirectiveNode,
  type GraphQLArgument,
  type GraphQLNamedType,
  type GraphQLSchema,
} from 'graphql';
import { z } from 'zod';
import { createSupergraphPlanner } from '../src/execution/supergraph-planner.ts';
import { readLiveFields } from '../src/live/live-fields.ts';
import { withoutSecurityPurpose } from '../src/supergraph.ts';

const supergraph = readFileSync(`${__dirname}/../supergraph.graphql`, 'utf8');
const sdl = withoutSecurityPurpose(supergraph);
const full = buildSchema(supergraph, { assumeValidSDL: true });
const subscriptions = full.getSubscriptionType()?.getFields() ?? {};
const live = [...readLiveFields(parse(supergraph)).values()];
const promised = Object.values(contracts as Readonly<Record<string, unknown>>).filter(isContract);

async function schemaOfStock(): Promise<GraphQLSchema> {
  const gateway = new ApolloGateway({
    supergraphSdl: sdl,
    buildService: () => new LocalGraphQLDataSource(buildSchema('type Query { nothing: Int }')),
  });
  const { schema } = await gateway.load();
  await gateway.stop();
  return schema;
}

it('tells live by every field of Subscription, and there are these three', () => {
  const names = ['alertRaised', 'caseProgressChanged', 'disclosurePublished'];
  expect(Object.keys(subscriptions).sort()).toEqual(names);
  expect(live.map(({ name }) => name).sort()).toEqual(names);
});

it.each([
  ['ours', () => Promise.resolve(createSupergraphPlanner(sdl).schema)],
  ["Apollo's", schemaOfStock],
])('shows callers of %s gateway the subscriptions, and nothing of how they work', async (_, of) => {
  const text = printSchema(await of());
  for (const { name } of live) expect(text).toContain(`  ${name}(`);
  expect(text).not.toMatch(/@live|directive @|@inaccessible/);
  const [progress = ''] = /type CaseProgress \{[^}]*\}/.exec(text) ?? [];
  expect(progress).toContain('receiptNumber: String!');
  expect(progress).not.toMatch(/caseId|queryCode/);
});

describe.each(live)('$name', ({ name, type, events, service, subject, keys, matches }) => {
  const told = promised.filter((contract) => events.some((event) => stands(event, contract.type)));
  const args = subscriptions[name]?.args ?? [];

  it('is told by events that its own subgraph promises', () => {
    const [graph] = argumentsOf(subscriptions[name]?.astNode?.directives, 'join__field', 'graph');
    expect(service.toUpperCase()).toBe(graph);
    const idle = events.filter((event) => !told.some((contract) => stands(event, contract.type)));
    expect(idle).toEqual([]);
  });

  it('has a subject and key arguments that are keys of the answered entity', () => {
    const known = keysOf(full.getType(type));
    expect(known).toContain(subject);
    for (const key of args.filter((argument) => keys.includes(argument.name))) {
      const input = getNamedType(key.type);
      const fields = isInputObjectType(input) ? Object.keys(input.getFields()) : [key.name];
      expect(known).toContain(fields.join(' '));
    }
  });

  it('is narrowed by what each of its events holds', () => {
    for (const { given, held } of matches) {
      const values = valuesOf(typeAt(args, given));
      for (const contract of told) {
        const described = describedAt(z.toJSONSchema(contract.schema), held);
        expect([contract.type, held, typeof described]).toEqual([contract.type, held, 'object']);
        if (values) expect(described?.enum).toEqual(expect.arrayContaining(values));
      }
    }
  });
});

function isContract(value: unknown): value is EventContract {
  return typeof value === 'object' && value !== null && 'schema' in value && 'happened' in value;
}

/** Whether the pattern stands for this type: a star is one token. */
function stands(pattern: string, type: string): boolean {
  const tokens = type.split('.');
  const expected = pattern.split('.');
  return (
    tokens.length === expected.length &&
    expected.every((one, index) => one === '*' || one === tokens[index])
  );
}

interface Described {
  readonly enum?: readonly string[];
  readonly properties?: Readonly<Record<string, Described>>;
}

/** What the JSON schema of an event's data says of a path in its envelope. */
function describedAt(data: unknown, [first, ...rest]: readonly string[]): Described | undefined {
  let described = first === 'data' ? (data as Described) : undefined;
  for (const name of rest) described = described?.properties?.[name];
  return described;
}

/** The type of an argument, or of a field of an input object below it. */
function typeAt(args: readonly GraphQLArgument[], [first, ...rest]: readonly string[]) {
  let type: GraphQLNamedType | undefined;
  const argument = args.find(({ name }) => name === first);
  if (argument) type = getNamedType(argument.type);
  for (const name of rest) {
    const field = isInputObjectType(type) ? type.getFields()[name] : undefined;
    type = field && getNamedType(field.type);
  }
  return type;
}

const valuesOf = (type: GraphQLNamedType | undefined): readonly string[] | undefined =>
  isEnumType(type) ? type.getValues().map(({ name }) => name) : undefined;

/** The keys by which an entity can be asked for. */
const keysOf = (type: GraphQLNamedType | undefined): readonly unknown[] =>
  isObjectType(type) ? argumentsOf(type.astNode?.directives, 'join__type', 'key') : [];

/** The values of an argument of each directive of a name. */
function argumentsOf(
  directives: readonly ConstDirectiveNode[] | undefined,
  name: string,
  argument: string,
): readonly unknown[] {
  return (directives ?? [])
    .filter((directive) => directive.name.value === name)
    .flatMap((directive) => directive.arguments ?? [])
    .filter((given) => given.name.value === argument)
    .map((given): unknown => valueFromASTUntyped(given.value));
}
