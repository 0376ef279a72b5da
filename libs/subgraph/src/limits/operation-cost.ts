import {
  getNamedType,
  getNullableType,
  isCompositeType,
  isInterfaceType,
  isListType,
  isObjectType,
  Kind,
  OperationTypeNode,
  type DirectiveNode,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  type GraphQLOutputType,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionSetNode,
  type ValueNode,
} from 'graphql';
import { DEFAULT_PAGE } from '../relay/page-request.ts';
import { amountOf, sum, times, type Amount, type AmountRun } from './amounts.ts';
import { actualCost, mostExpensive, type CostPart } from './cost-parts.ts';
import type { CostDirectives, ListSize } from './cost-directives.ts';

/** What a list without `@listSize` is taken to hold. */
const PLAIN_LIST = 10;
/** What each change costs beside what it answers. */
const CHANGE = 10;

/**
 * What an operation costs: 1 an object or the `@cost` of its type, times the rows of the lists that
 * it lies in, and once the `@cost` of a field and of an argument that is given; 10 more a change.
 */
export interface OperationCost {
  /** Estimated with the variables of a request, coerced. Takes some microseconds. */
  estimated(values: Readonly<Record<string, unknown>>): number;
  /** The fields down to what costs most. */
  mostExpensive(values: Readonly<Record<string, unknown>>): string;
  /** By the rows that there are in an answer's data. */
  actual(data: unknown): number;
}

export interface CostModel {
  /** Compiles the cost of a valid operation, once for all its requests. */
  compile(document: DocumentNode, operation: OperationDefinitionNode): OperationCost;
}

export function createCostModel(schema: GraphQLSchema, directives: CostDirectives): CostModel {
  return {
    compile: (document, operation) => {
      const fragments = fragmentsOf(document);
      const root = schema.getRootType(operation.operation);
      const compiler = new CostCompiler(schema, directives, fragments);
      const parts = root ? compiler.parts(operation.selectionSet, root.name) : [];
      const isChange = operation.operation === OperationTypeNode.MUTATION;
      const fixed = isChange ? CHANGE * parts.length : 0;
      const total = sum([fixed, ...parts.map(({ amount }) => amount)]);
      const begin = (values: Readonly<Record<string, unknown>>): AmountRun => ({
        values,
        fragments: [],
      });
      return {
        estimated: (values) => (typeof total === 'number' ? total : total(begin(values))),
        mostExpensive: (values) => mostExpensive(parts, begin(values)),
        actual: (data) => fixed + actualCost(parts, data),
      };
    },
  };
}

const fragmentsOf = (document: DocumentNode): ReadonlyMap<string, FragmentDefinitionNode> =>
  new Map(
    document.definitions.flatMap((node): [string, FragmentDefinitionNode][] =>
      node.kind === Kind.FRAGMENT_DEFINITION ? [[node.name.value, node]] : [],
    ),
  );

const NOTHING: CostPart = { once: 0, each: 0, amount: 0, parts: [] };

class CostCompiler {
  /** By the sizes that a fragment's fields are given from above: a connection's. */
  private readonly ofFragments = new Map<ReadonlyMap<string, Amount>, Map<string, CostPart>>();
  private counted = 0;

  private readonly schema: GraphQLSchema;
  private readonly directives: CostDirectives;
  private readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;

  constructor(
    schema: GraphQLSchema,
    directives: CostDirectives,
    fragments: ReadonlyMap<string, FragmentDefinitionNode>,
  ) {
    this.schema = schema;
    this.directives = directives;
    this.fragments = fragments;
  }

  /** `sized` are the fields whose size their parent tells. */
  parts(
    { selections }: SelectionSetNode,
    parent: string,
    sized: ReadonlyMap<string, Amount> = NO_SIZES,
  ): readonly CostPart[] {
    return selections.map((node) => {
      if (node.kind === Kind.FIELD) return this.field(node, parent, sized);
      if (node.kind === Kind.FRAGMENT_SPREAD) {
        return conditional(this.fragment(node.name.value, sized), node.directives);
      }
      const type = node.typeCondition?.name.value ?? parent;
      return conditional(group(this.parts(node.selectionSet, type, sized)), node.directives);
    });
  }

  private fragment(name: string, sized: ReadonlyMap<string, Amount>): CostPart {
    const fragment = this.fragments.get(name);
    if (!fragment) return NOTHING;
    const known = this.ofFragments.get(sized) ?? new Map<string, CostPart>();
    this.ofFragments.set(sized, known);
    const found = known.get(name);
    if (found) return found;
    // One that spreads itself is refused elsewhere; here it ends.
    known.set(name, NOTHING);
    const part = group(this.parts(fragment.selectionSet, fragment.typeCondition.name.value, sized));
    const { amount } = part;
    const index = (this.counted += 1);
    const made: CostPart =
      typeof amount === 'number'
        ? part
        : { ...part, amount: (run) => (run.fragments[index] ??= amount(run)) };
    known.set(name, made);
    return made;
  }

  private field(node: FieldNode, parent: string, sized: ReadonlyMap<string, Amount>): CostPart {
    const { value: name } = node.name;
    const type = this.schema.getType(parent);
    const field = isObjectType(type) || isInterfaceType(type) ? type.getFields()[name] : undefined;
    // Introspection, which is bounded by itself.
    if (!field) return NOTHING;
    const coordinate = `${parent}.${name}`;
    const { weights, sizes } = this.directives;
    const named = getNamedType(field.type);
    const listSize = sizes.get(coordinate);
    const given = listSize && sizeOf(listSize, node, field);
    const below =
      given === undefined || listSize === undefined
        ? NO_SIZES
        : new Map(listSize.sizedFields.map((it) => [it, given]));
    const own = below.size > 0 ? undefined : given;
    const size = isList(field.type) ? (sized.get(name) ?? own ?? PLAIN_LIST) : 1;
    const once = this.weightOnce(node, coordinate);
    const each = weights.get(named.name) ?? (isCompositeType(named) ? 1 : 0);
    const parts = node.selectionSet ? this.parts(node.selectionSet, named.name, below) : [];
    const inner = sum([each, ...parts.map(({ amount }) => amount)]);
    const key = node.alias?.value ?? name;
    return conditional(
      { key, once, each, amount: sum([once, times(size, inner)]), parts },
      node.directives,
    );
  }

  private weightOnce({ arguments: given = [] }: FieldNode, coordinate: string): number {
    const { weights } = this.directives;
    return given.reduce(
      (total, { name }) => total + (weights.get(`${coordinate}(${name.value}:)`) ?? 0),
      weights.get(coordinate) ?? 0,
    );
  }
}

const NO_SIZES: ReadonlyMap<string, Amount> = new Map();

const group = (parts: readonly CostPart[]): CostPart => ({
  once: 0,
  each: 0,
  amount: sum(parts.map(({ amount }) => amount)),
  parts,
});

const isList = (type: GraphQLOutputType): boolean => isListType(getNullableType(type));

/** The largest of the arguments that slice, numbers or lists: as given, by the variable, or by the argument's default. */
function sizeOf(
  { assumedSize, slicingArguments }: ListSize,
  { arguments: given = [] }: FieldNode,
  field: GraphQLField<unknown, unknown>,
): Amount {
  const byDefault = assumedSize ?? DEFAULT_PAGE;
  const slices = slicingArguments.flatMap((name): Amount[] => {
    const ofArgument: unknown = field.args.find((it) => it.name === name)?.defaultValue;
    const without = typeof ofArgument === 'number' ? ofArgument : undefined;
    const value = given.find((it) => it.name.value === name)?.value;
    if (value === undefined) return without === undefined ? [] : [without];
    return [sliceOf(value, without ?? byDefault, byDefault)];
  });
  if (slices.length === 0) return byDefault;
  if (slices.every((slice) => typeof slice === 'number')) return Math.max(...slices);
  return (run) => Math.max(...slices.map((slice) => amountOf(slice, run)));
}

function sliceOf(value: ValueNode, without: number, ofNull: number): Amount {
  if (value.kind === Kind.INT) return Math.max(0, Number(value.value));
  if (value.kind !== Kind.VARIABLE) return ofNull;
  const { value: name } = value.name;
  return ({ values }) => {
    const asked = Object.hasOwn(values, name) ? values[name] : undefined;
    if (typeof asked === 'number') return Math.max(0, asked);
    if (Array.isArray(asked)) return asked.length;
    return asked === undefined ? without : ofNull;
  };
}

/** Nothing where it is left out by `@skip` or `@include`. */
function conditional(part: CostPart, directives: readonly DirectiveNode[] = []): CostPart {
  let { amount } = part;
  for (const { name, arguments: given = [] } of directives) {
    const condition = given.find((argument) => argument.name.value === 'if')?.value;
    if (!condition || (name.value !== 'skip' && name.value !== 'include')) continue;
    amount = times(isThere(condition, name.value === 'include'), amount);
  }
  return amount === part.amount ? part : { ...part, amount };
}

function isThere(condition: ValueNode, when: boolean): Amount {
  if (condition.kind === Kind.BOOLEAN) return condition.value === when ? 1 : 0;
  if (condition.kind !== Kind.VARIABLE) return 1;
  const { value: name } = condition.name;
  return ({ values }) => (values[name] === when ? 1 : 0);
}
