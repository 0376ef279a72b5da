import {
  Kind,
  type DefinitionNode,
  type FieldDefinitionNode,
  type ObjectTypeDefinitionNode,
  type TypeNode,
} from 'graphql';
import { chineseOf, described, englishOf } from './description.ts';
import { parsedFields, parsedInputs } from './parsed-field.ts';

const CONNECTION = /^(\w+)Connection$/u;

const pageFields = (node: string) =>
  parsedFields(`
    "The rows. 记录"
    edges: [${node}Edge!]!
    "Where the page stands. 分页信息"
    pageInfo: PageInfo!
    "How many there are in all, counted only when asked for. 总数"
    totalCount: Int! @cost(weight: 20)
    "False where there are more than \`totalCount\`: no more than 10,000 are counted. 总数是否准确"
    totalCountIsExact: Boolean! @cost(weight: 20)`);
const rowFields = (node: string, chinese: string) =>
  parsedFields(`
    "Its cursor. 游标"
    cursor: String!
    "What stands in this row. ${chinese}"
    node: ${node}!`);
const pageArguments = parsedInputs(`
  "How many, at most 100. 条数"
  first: Int = 20
  "The cursor behind which the page begins. 游标"
  after: String @constraint(maxLength: 1024, format: "opaque")`);
const listSize =
  parsedFields(
    'x: ID @listSize(slicingArguments: ["first"], sizedFields: ["edges"], requireOneSlicingArgument: false)',
  )[0]?.directives ?? [];

/** `type AlertConnection` without a body is a page of `Alert`: with its fields, and the type of its rows behind it. */
export function withRows(definition: DefinitionNode): readonly DefinitionNode[] {
  if (definition.kind !== Kind.OBJECT_TYPE_DEFINITION) return [definition];
  const node = CONNECTION.exec(definition.name.value)?.[1];
  if (node === undefined || (definition.fields ?? []).length > 0) return [definition];
  return [{ ...definition, fields: pageFields(node) }, rowsOf(definition, node)];
}

function rowsOf({ description }: ObjectTypeDefinitionNode, node: string): ObjectTypeDefinitionNode {
  const page = englishOf(description) ?? `A page of ${node}`;
  const chinese = chineseOf(description) ?? '列表';
  return {
    kind: Kind.OBJECT_TYPE_DEFINITION,
    description: described(
      `One row of ${page.charAt(0).toLowerCase()}${page.slice(1)}. ${chinese}的一行`,
    ),
    name: { kind: Kind.NAME, value: `${node}Edge` },
    fields: rowFields(node, '记录'),
  };
}

/** A field that answers with a page takes `first` and `after`, and is priced by `first`. */
export function withPageArguments(field: FieldDefinitionNode): FieldDefinitionNode {
  const { arguments: own = [], directives = [] } = field;
  const isPage = CONNECTION.test(nameOf(field.type));
  if (!isPage || own.some(({ name }) => name.value === 'first')) return field;
  return {
    ...field,
    arguments: [...own, ...pageArguments],
    directives: [...directives, ...listSize],
  };
}

/** The name of a type without its lists and marks of non-null. */
export function nameOf(type: TypeNode): string {
  return type.kind === Kind.NAMED_TYPE ? type.name.value : nameOf(type.type);
}
