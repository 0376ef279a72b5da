import { existsSync, readdirSync, readFileSync } from 'node:fs';
import {
  getNullableType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  Kind,
  parse,
  typeFromAST,
  type GraphQLInputType,
  type GraphQLSchema,
} from 'graphql';
import { readAudiences } from '../../src/explorer/audiences.ts';
import { withoutSecurityPurpose } from '../../src/supergraph.ts';
import { areSame, comparable, isGivenUp, type Comparable } from './compare-answers.ts';
import { choicesFrom } from './choices.ts';
import { chooseFaults } from './faults.ts';
import { createTwoExecutorsOver, type TwoExecutors } from './two-executors.ts';

const root = `${__dirname}/../../..`;
const read = (file: string) => readFileSync(`${root}/${file}`, 'utf8');
const names = readdirSync(`${root}/services`).filter((name) =>
  existsSync(`${root}/services/${name}/subgraph.graphql`),
);
const queries = readAudiences(`${root}/gateway/explorer`).flatMap((audience) => audience.queries);
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

const operations = queries.flatMap((query) =>
  parse(query).definitions.flatMap((node) =>
    node.kind === Kind.OPERATION_DEFINITION && node.name !== undefined
      ? [{ query, operationName: node.name.value, node }]
      : [],
  ),
);

it('has operations of each kind of people', () => {
  expect(operations.length).toBeGreaterThan(9);
});

it.each(operations)(
  '$operationName is answered as the stock executor does, whatever goes wrong in the subgraphs',
  async ({ query, operationName, node }) => {
    const variables = Object.fromEntries(
      (node.variableDefinitions ?? []).map(({ variable, type }) => [
        variable.name.value,
        valueOf(typeFromAST(two.schema, type as never) as GraphQLInputType, two.schema),
      ]),
    );
    const asked = { query, operationName, variables };
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
  return name === 'Int' || name === 'Float' ? 3 : name === 'Boolean' ? true : 'text 1';
}
