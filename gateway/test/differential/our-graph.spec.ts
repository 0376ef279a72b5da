import { existsSync, readdirSync, readFileSync } from 'node:fs';
import {
  getNullableType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  Kind,
  parse,
  print,
  typeFromAST,
  type FieldDefinitionNode,
  type GraphQLInputType,
  type GraphQLSchema,
} from 'graphql';
import { readAudiences } from '../../src/explorer/audiences.ts';
import { withoutSecurityPurpose } from '../../src/supergraph.ts';
import { areSame, comparable, isGivenUp, type Comparable } from './compare-answers.ts';
import { choicesFrom } from './choices.ts';
import { e2eOperations } from './e2e-operations.ts';
import { chooseFaults } from './faults.ts';
import { createTwoExecutorsOver, type TwoExecutors } from './two-executors.ts';

const root = `${__dirname}/../../..`;
const read = (file: string) => readFileSync(`${root}/${file}`, 'utf8');
const names = readdirSync(`${root}/services`).filter((name) =>
  existsSync(`${root}/services/${name}/subgraph.graphql`),
);
const explored = readAudiences(`${root}/gateway/explorer`).flatMap((audience) => audience.queries);
/** Without faults, then with up to three. */
const ROUNDS = 25;
const outcomes = new Set<'errors' | 'none'>();

let two: TwoExecutors;
beforeAll(async () => {
  const subgraphs = names.map((name) => [name, read(`services/${name}/subgraph.graphql`)] as const);
  two = await createTwoExecutorsOver(
    withoutSecurityPurpose(read('gateway/supergraph.graphql')),
    Object.fromEntries(subgraphs),
  );
}, 120_000);

const mutations = mutationFields().map(({ name: { value: name }, arguments: given = [] }) => {
  const declared = given.map(({ name: of, type }) => `$${of.value}: ${print(type)}`).join(', ');
  const handed = given.map(({ name: { value } }) => `${value}: $${value}`).join(', ');
  return `mutation ${name}(${declared}) { ${name}(${handed}) { __typename } }`;
});
const operations = [...explored, ...e2eOperations(root), ...mutations].flatMap((query, index) =>
  parse(query).definitions.flatMap((node) =>
    node.kind === Kind.OPERATION_DEFINITION
      ? [{ query, operationName: node.name?.value, told: node.name?.value ?? `${index}`, node }]
      : [],
  ),
);

it('has operations of each kind of people, of the end-to-end tests, and all mutations', () => {
  expect(explored.length).toBeGreaterThan(9);
  expect(e2eOperations(root).length).toBeGreaterThan(9);
  expect(mutations.length).toBeGreaterThan(50);
});

it.each(operations)(
  '$told is answered as the stock executor does, whatever goes wrong in the subgraphs',
  async ({ query, operationName, node }) => {
    const variables = Object.fromEntries(
      (node.variableDefinitions ?? []).map(({ variable, type }) => [
        variable.name.value,
        valueOf(typeFromAST(two.schema, type as never) as GraphQLInputType, two.schema),
      ]),
    );
    const asked = { query, variables, ...(operationName !== undefined && { operationName }) };
    for (let round = 0; round < ROUNDS; round += 1) {
      const choose = choicesFrom([round, 7 * round, 13 * round, 3 * round + 1, round + 5]);
      const faults = round === 0 ? [] : chooseFaults(choose);
      two.setFaults(faults);
      const own = comparable(await two.own(asked));
      const stock = await two.stock(asked).then(comparable, String);
      outcomes.add(own.errors.length > 0 ? 'errors' : 'none');
      const isSame = isGivenUp(stock) ? own.errors.length > 0 : areSame(own, stock as Comparable);
      if (!isSame) expect({ faults, ...own }).toEqual({ faults, ...(stock as Comparable) });
    }
  },
  120_000,
);

it('was tried with operations that went well and with some that did not', () => {
  expect([...outcomes].sort()).toEqual(['errors', 'none']);
});

/** All that can be done with the committed graph. */
function mutationFields(): readonly FieldDefinitionNode[] {
  const { definitions } = parse(read('gateway/supergraph.graphql'), { noLocation: true });
  return definitions.flatMap((node) =>
    node.kind === Kind.OBJECT_TYPE_DEFINITION && node.name.value === 'Mutation'
      ? (node.fields ?? [])
      : [],
  );
}

/** A value of an input type, the smallest that is one. */
function valueOf(type: GraphQLInputType, schema: GraphQLSchema): unknown {
  if (isNonNullType(type)) return valueOf(type.ofType, schema);
  if (isListType(type)) return [valueOf(type.ofType, schema)];
  if (isEnumType(type)) return type.getValues()[0]?.name;
  if (isInputObjectType(type)) {
    const needed = Object.values(type.getFields()).filter(
      (field) => isNonNullType(field.type) && field.defaultValue === undefined,
    );
    return Object.fromEntries(needed.map((field) => [field.name, valueOf(field.type, schema)]));
  }
  const { name } = getNullableType(type);
  if (name === 'DateTime') return '2026-03-01T09:00:00+08:00';
  if (name === 'Date') return '2026-03-01';
  if (name === 'Yuan') return '12.00';
  return name === 'Int' || name === 'Float' ? 3 : name === 'Boolean' ? true : 'text 1';
}
