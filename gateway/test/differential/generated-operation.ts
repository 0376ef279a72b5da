import {
  getNamedType,
  isAbstractType,
  isCompositeType,
  isInterfaceType,
  isUnionType,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLInterfaceType,
  type GraphQLSchema,
} from 'graphql';
import type { Asked } from '../executors.ts';
import type { Choose } from './choices.ts';

const DEEPEST = 4;

interface Variable {
  readonly type: string;
  /** Undefined where the default is meant. */
  readonly value: unknown;
}

interface Writer {
  readonly schema: GraphQLSchema;
  readonly choose: Choose;
  readonly fragments: string[];
  readonly variables: Map<string, Variable>;
  /** How many of eight selections have no condition. */
  readonly unconditional: number;
}

/** An operation of the schema; not always a valid one, for aliases may clash. */
export function generateOperation(schema: GraphQLSchema, choose: Choose, unconditional = 7): Asked {
  const mutation = choose(8) === 7 ? schema.getMutationType() : undefined;
  const root = mutation ?? schema.getQueryType();
  if (!root) throw new Error('The schema has no root type.');
  const writer: Writer = { schema, choose, fragments: [], variables: new Map(), unconditional };
  const selections = writeSelections(writer, root, 0);
  const variables = [...writer.variables];
  const defined = variables.map(([name, { type }]) => `$${name}: ${type}`).join(', ');
  const head = `${mutation ? 'mutation' : 'query'}${defined === '' ? '' : ` (${defined})`}`;
  const given = variables.filter(([, { value }]) => value !== undefined);
  return {
    query: [`${head} ${selections}`, ...writer.fragments].join('\n'),
    variables: Object.fromEntries(given.map(([name, { value }]) => [name, value])),
  };
}

function writeSelections(writer: Writer, type: GraphQLCompositeType, depth: number): string {
  const { choose } = writer;
  const count = 1 + choose(depth < 2 ? 3 : 2);
  const selections = Array.from({ length: count }, () => {
    const kind = isUnionType(type) ? 6 + choose(2) : choose(8);
    if (kind < 6 || depth >= DEEPEST) return writeField(writer, type, depth);
    return writeFragment(writer, type, depth);
  });
  return `{ ${selections.join(' ')} }`;
}

function writeField(writer: Writer, type: GraphQLCompositeType, depth: number): string {
  const { choose } = writer;
  const directive = writeDirective(writer);
  if (depth === 0 && choose(24) === 23) return '__type(name: "E0") { name kind fields { name } }';
  if (isUnionType(type) || choose(9) === 8) {
    return `${['', 'kind: '][choose(2)] ?? ''}__typename${directive}`;
  }
  const fields = Object.values(type.getFields());
  const leaves = fields.filter((field) => !isCompositeType(getNamedType(field.type)));
  const choices = depth >= DEEPEST && leaves.length > 0 ? leaves : fields;
  const field = choices[choose(choices.length)] as GraphQLField<unknown, unknown>;
  const named = getNamedType(field.type);
  const given = writeArguments(writer, field);
  // Clashes of aliases are left to types: `leaf0` is of another type elsewhere.
  const suffix = given.replaceAll(/\W/g, '') + (choose(7) === 6 ? 'Again' : '');
  const alias = suffix === '' ? '' : `${field.name}_${suffix}: `;
  const inner = isCompositeType(named)
    ? depth > DEEPEST + 2
      ? ' { __typename }'
      : ` ${writeSelections(writer, named, depth + 1)}`
    : '';
  return `${alias}${field.name}${given}${directive}${inner}`;
}

function writeArguments(
  { choose, variables }: Writer,
  field: GraphQLField<unknown, unknown>,
): string {
  const [argument] = field.args;
  if (argument === undefined || choose(3) === 0) return '';
  if (choose(2) === 0) return `(${argument.name}: ${choose(3)})`;
  const name = `n${choose(2)}`;
  const value = choose(3);
  if (!variables.has(name)) {
    variables.set(name, {
      type: name === 'n0' ? 'Int' : 'Int = 3',
      value: value === 2 ? undefined : value,
    });
  }
  return `(${argument.name}: $${name})`;
}

function writeDirective({ choose, variables, unconditional }: Writer): string {
  if (choose(8) < unconditional) return '';
  const directive = choose(2) === 0 ? '@include' : '@skip';
  const kind = choose(4);
  if (kind === 3) return ` ${directive}(if: ${choose(2) === 0})`;
  const name = `if${kind}`;
  const value = choose(2) === 0;
  if (!variables.has(name)) {
    variables.set(
      name,
      kind === 2 ? { type: 'Boolean! = true', value: undefined } : { type: 'Boolean!', value },
    );
  }
  return ` ${directive}(if: $${name})`;
}

function writeFragment(writer: Writer, type: GraphQLCompositeType, depth: number): string {
  const { choose, fragments } = writer;
  const conditions = conditionsFor(writer.schema, type);
  const condition = conditions[choose(conditions.length)] ?? type;
  const directive = writeDirective(writer);
  // In `... on Named` in an object the stock executor forgets the object's type: nothing in there asks for it.
  const isWider = !isAbstractType(type) && isAbstractType(condition);
  const selections = isWider
    ? `{ ${'name' in (condition as GraphQLInterfaceType).getFields() ? 'name' : 'title'} }`
    : writeSelections(writer, condition, depth + 1);
  if (choose(3) < 2) {
    const on = condition === type && choose(2) === 0 ? '' : ` on ${condition.name}`;
    return `...${on}${directive} ${selections}`;
  }
  const name = `F${fragments.length}`;
  fragments.push(`fragment ${name} on ${condition.name} ${selections}`);
  return `...${name}${directive}`;
}

/** The types that a fragment in a selection of `type` may be on. */
function conditionsFor(schema: GraphQLSchema, type: GraphQLCompositeType): GraphQLCompositeType[] {
  if (isAbstractType(type)) {
    const possible = schema.getPossibleTypes(type);
    const others = possible.flatMap((object) => object.getInterfaces());
    return [...new Set<GraphQLCompositeType>([...possible, type, ...others])];
  }
  return isInterfaceType(type) ? [type] : [type, ...type.getInterfaces()];
}
