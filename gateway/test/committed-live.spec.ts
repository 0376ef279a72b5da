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
  printSchema,
  valueFromASTUntyped,
  type ConstDirectiveNode,
  type GraphQLArgument,
  type GraphQLInputField,
  type GraphQLSchema,
} from 'graphql';
import { z } from 'zod';
import { createSupergraphPlanner } from '../src/execution/supergraph-planner.ts';
import { withoutSecurityPurpose } from '../src/supergraph.ts';

const supergraph = readFileSync(`${__dirname}/../supergraph.graphql`, 'utf8');
const sdl = withoutSecurityPurpose(supergraph);
const full = buildSchema(supergraph, { assumeValidSDL: true });
const subscriptions = Object.values(full.getSubscriptionType()?.getFields() ?? {});
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

it('knows the three live updates', () => {
  expect(subscriptions.map(({ name }) => name).sort()).toEqual([
    'alertRaised',
    'caseProgressChanged',
    'disclosurePublished',
  ]);
});

it.each([
  ['ours', () => Promise.resolve(createSupergraphPlanner(sdl).schema)],
  ["Apollo's", schemaOfStock],
])('shows callers of %s gateway the subscriptions, and nothing of how they work', async (_, of) => {
  const text = printSchema(await of());
  for (const { name } of subscriptions) expect(text).toContain(`  ${name}(`);
  expect(text).not.toMatch(/@live|directive @|@inaccessible/);
  const [progress = ''] = /type CaseProgress \{[^}]*\}/.exec(text) ?? [];
  expect(progress).toContain('receiptNumber: String!');
  expect(progress).not.toMatch(/caseId|queryCode/);
});

describe.each(subscriptions)('$name', ({ astNode, args, type }) => {
  const live = directive(astNode?.directives, 'live');
  const events = live['events'] as readonly string[];
  const told = promised.filter((contract) => events.some((event) => matches(event, contract.type)));

  it('is told by events that its own subgraph promises', () => {
    const { graph } = directive(astNode?.directives, 'join__field');
    expect(told.length).toBeGreaterThan(0);
    expect(new Set(told.map(({ service }) => service.toUpperCase()))).toEqual(new Set([graph]));
    const idle = events.filter((event) => !told.some((contract) => matches(event, contract.type)));
    expect(idle).toEqual([]);
  });

  it('has a subject that is a key of the answered entity', () => {
    expect(keysOf(getNamedType(type).name)).toContain(live['subject']);
  });

  it('has key arguments that are keys of the answered entity', () => {
    const keyed = args.filter(({ astNode: node }) => has(node?.directives, 'liveKey'));
    for (const argument of keyed) {
      const input = getNamedType(argument.type);
      const key = isInputObjectType(input) ? Object.keys(input.getFields()) : [argument.name];
      expect(keysOf(getNamedType(type).name)).toContain(key.join(' '));
    }
  });

  it('has filters that each of its events holds something for', () => {
    for (const one of filtersOf(args)) {
      const { path } = directive(one.astNode?.directives, 'liveMatch');
      for (const contract of told) {
        const held = schemaAt(z.toJSONSchema(contract.schema), String(path));
        expect([contract.type, path, held === undefined]).toEqual([contract.type, path, false]);
        const wanted = getNamedType(one.type);
        if (isEnumType(wanted)) {
          expect(held?.enum).toEqual(expect.arrayContaining(wanted.getValues().map((v) => v.name)));
        }
      }
    }
  });
});

function isContract(value: unknown): value is EventContract {
  return typeof value === 'object' && value !== null && 'schema' in value && 'happened' in value;
}

interface Described {
  readonly enum?: readonly string[];
  readonly properties?: Readonly<Record<string, Described>>;
}

/** What the JSON schema of an event's data says of a path in its envelope. */
function schemaAt(data: unknown, path: string): Described | undefined {
  const [first, ...rest] = path.split('.');
  if (first !== 'data') return undefined;
  let described: Described | undefined = data as Described;
  for (const name of rest) described = described?.properties?.[name];
  return described;
}

function filtersOf(
  args: readonly GraphQLArgument[],
): readonly (GraphQLArgument | GraphQLInputField)[] {
  return args
    .flatMap((argument) => {
      const input = getNamedType(argument.type);
      const fields = isInputObjectType(input) ? Object.values(input.getFields()) : [];
      return [argument, ...fields];
    })
    .filter(({ astNode }) => has(astNode?.directives, 'liveMatch'));
}

/** The keys by which an entity can be asked for. */
function keysOf(name: string): readonly unknown[] {
  const found = full.getType(name);
  const directives = isObjectType(found) ? (found.astNode?.directives ?? []) : [];
  return directives
    .filter(({ name: { value } }) => value === 'join__type')
    .map((one) => directive([one], 'join__type')['key']);
}

function has(directives: readonly ConstDirectiveNode[] | undefined, name: string): boolean {
  return (directives ?? []).some((one) => one.name.value === name);
}

/** The arguments of a directive, as JSON. */
function directive(
  directives: readonly ConstDirectiveNode[] | undefined,
  name: string,
): Readonly<Record<string, unknown>> {
  const found = (directives ?? []).find((one) => one.name.value === name);
  const given = found?.arguments ?? [];
  return Object.fromEntries(
    given.map((one): [string, unknown] => [one.name.value, valueFromASTUntyped(one.value)]),
  );
}

/** A star stands for one token. */
function matches(event: string, type: string): boolean {
  const pattern = event.split('.');
  const tokens = type.split('.');
  return (
    pattern.length === tokens.length &&
    pattern.every((one, index) => one === '*' || one === tokens[index])
  );
}
