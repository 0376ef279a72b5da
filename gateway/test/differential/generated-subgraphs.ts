import { seededChoices, type Choose } from './choices.ts';
import { createSubgraphSdl, type SubgraphSdl } from './subgraph-sdl.ts';

/** SDL by subgraph, with all that a supergraph may have, spread as the seed will have it. */
export function generateSubgraphs(seed: number): Readonly<Record<string, string>> {
  const choose = seededChoices(seed);
  const subgraphs = Array.from({ length: 3 + choose(2) }, (_, index) =>
    createSubgraphSdl(`s${index}`),
  );
  const entities = Array.from({ length: 2 + choose(3) }, (_, index) => `E${index}`);
  const model: Model = { choose, subgraphs, entities };
  for (const subgraph of subgraphs) {
    subgraph.addDefinition(VALUES);
    subgraph.add('Query', `${subgraph.name}: ${wrapped(choose, 'E0')}`);
  }
  for (const entity of entities) addEntity(entity, model);
  addAbstractTypes(model);
  if (choose(3) > 0) addInterfaceObject(model);
  pick(model).add('Mutation', 'touch(n: Int): E0', `twice: ${wrapped(choose, 'E1')}`);
  pick(model).add('Mutation', 'count: Int!', 'entity: E1');
  return Object.fromEntries(subgraphs.map((subgraph) => [subgraph.name, subgraph.print()]));
}

interface Model {
  readonly choose: Choose;
  readonly subgraphs: readonly SubgraphSdl[];
  readonly entities: readonly string[];
}

const VALUES = `
  scalar Json
  enum Color { RED GREEN BLUE }
  type Value @shareable { number: Int text: String! color: Color inner: Inner inners: [Inner!] }
  type Inner @shareable { flag: Boolean! ratio: Float numbers: [[Int!]]! json: Json }`;

const LEAVES = [
  'Int',
  'String!',
  'Float',
  'Boolean',
  'ID',
  'Color',
  'Json',
  '[Int!]',
  '[[String]!]',
];

function pick({ choose, subgraphs }: Model): SubgraphSdl {
  return subgraphs[choose(subgraphs.length)] as SubgraphSdl;
}

/** A type, or a list of it, nested or not, with nulls allowed here and there. */
function wrapped(choose: Choose, type: string): string {
  const forms = [
    type,
    `${type}!`,
    `[${type}]`,
    `[${type}!]`,
    `[${type}!]!`,
    `[[${type}]]`,
    `[[${type}!]!]`,
  ];
  return forms[choose(forms.length)] ?? type;
}

/** One entity: the first subgraph knows each of its keys, the others one or two of them. */
function addEntity(entity: string, model: Model): void {
  const { choose, subgraphs, entities } = model;
  const [first, ...others] = subgraphs as [SubgraphSdl, ...SubgraphSdl[]];
  const keys = ['id', 'code', 'ref { a b }'];
  const refer = (subgraph: SubgraphSdl, key: string): void => {
    subgraph.addDirective(entity, `@key(fields: "${key}")`);
    const field =
      { id: 'id: ID!', code: 'code: String! @shareable' }[key] ?? 'ref: Ref! @shareable';
    subgraph.add(entity, field);
    if (key.startsWith('ref')) subgraph.addDefinition('type Ref @shareable { a: ID! b: String! }');
  };
  for (const key of keys) refer(first, key);
  for (const subgraph of others) refer(subgraph, keys[choose(4) === 0 ? 1 + choose(2) : 0] ?? 'id');
  subgraphs.forEach((subgraph, index) => {
    const other = entities[choose(entities.length)] ?? entity;
    subgraph.add(
      entity,
      `leaf${index}: ${LEAVES[choose(LEAVES.length)] ?? 'Int'}`,
      `to${index}: ${wrapped(choose, other)}`,
      `value${index}: ${wrapped(choose, 'Value')}`,
      `scaled${index}(by: Int = 2): Int`,
    );
    if (index > 0) addRequired(entity, { subgraph, index, model });
  });
  if (choose(2) > 0) {
    first.add(entity, 'moved: Int');
    others[0]?.add(entity, 'moved: Int @override(from: "s0")');
  }
  if (choose(2) > 0) first.add(entity, 'hidden: String @inaccessible');
  if (choose(2) > 0) {
    first.add(entity, 'given: String @shareable');
    others[0]?.add(entity, 'given: String @external');
    others[0]?.add(
      'Query',
      `provided${entity}: ${wrapped(choose, entity)} @provides(fields: "given")`,
    );
  }
}

/** Fields that are computed from another subgraph's. */
function addRequired(
  entity: string,
  options: { readonly subgraph: SubgraphSdl; readonly index: number; readonly model: Model },
): void {
  const { subgraph, index, model } = options;
  const before = model.subgraphs[index - 1];
  if (before === undefined || model.choose(3) === 0) return;
  before.add(entity, `need${index}: Int @shareable`, `deep${index}: [Value!]`);
  subgraph.add(
    entity,
    `need${index}: Int @external`,
    `deep${index}: [Value!] @external`,
    `sum${index}: String @requires(fields: "need${index}")`,
    `all${index}: String! @requires(fields: "need${index} deep${index} { number inner { flag } }")`,
  );
}

/** An interface and a union over entities and values. */
function addAbstractTypes(model: Model): void {
  const { choose, entities } = model;
  const owner = pick(model);
  owner.addDirective('Named', 'interface');
  owner.add('Named', 'name: String', `friend: Named`);
  for (const entity of entities) {
    if (entity !== 'E0' && choose(2) === 0) continue;
    owner.addDirective(entity, 'implements Named');
    owner.add(entity, 'name: String', 'friend: Named');
  }
  owner.addDefinition('type Plain { text: String plain: Either }');
  owner.addDefinition(`union Either = Plain | ${entities.join(' | ')}`);
  owner.add('Query', `named: ${wrapped(choose, 'Named')}`, `either: ${wrapped(choose, 'Either')}`);
  owner.add('E0', 'any: Named', 'one: Either');
}

/** An interface that is an entity here and an object there. */
function addInterfaceObject(model: Model): void {
  const { choose, subgraphs } = model;
  const at = choose(subgraphs.length);
  const owner = subgraphs[at] as SubgraphSdl;
  const other = subgraphs[(at + 1) % subgraphs.length] as SubgraphSdl;
  owner.addDirective('Media', 'interface');
  owner.addDirective('Media', '@key(fields: "id")');
  owner.add('Media', 'id: ID!', 'title: String');
  for (const medium of ['Book', 'Film']) {
    owner.addDirective(medium, 'implements Media');
    owner.addDirective(medium, '@key(fields: "id")');
    owner.add(medium, 'id: ID!', 'title: String', `only${medium}: Int`);
  }
  owner.add('Query', `media: ${wrapped(choose, 'Media')}`);
  other.addDirective('Media', '@key(fields: "id")');
  other.addDirective('Media', '@interfaceObject');
  other.add('Media', 'id: ID!', `rating: ${LEAVES[choose(LEAVES.length)] ?? 'Int'}`, 'about: E0');
  if (choose(2) > 0) {
    other.add('Media', 'title: String @external', 'label: String @requires(fields: "title")');
  }
  other.add('Query', `rated: ${wrapped(choose, 'Media')}`);
}
