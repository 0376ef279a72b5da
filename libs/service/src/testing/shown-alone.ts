import type { Viewer } from '@onewindow/identity';
import { subgraphDocument } from '@onewindow/subgraph';
import {
  buildASTSchema,
  getNamedType,
  isAbstractType,
  isLeafType,
  isObjectType,
  isRequiredArgument,
  type DocumentNode,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
} from 'graphql';
import type { Kind, KindTypes } from '../kind/define-kind.ts';
import type { StartedService } from './start-on-real-servers.ts';

/** Every field of a type, with all that lies below it: of other entities their ids. */
export function fieldsBelow(
  typeDefs: DocumentNode,
  type: string,
): readonly { readonly field: string; readonly selection: string }[] {
  const schema = buildASTSchema(subgraphDocument(typeDefs), { assumeValidSDL: true });
  return fieldsOf(schema.getType(type)).map((field) => ({
    field: field.name,
    selection: `${field.name}${selectionOf(schema, getNamedType(field.type), 0)}`,
  }));
}

const DEEPEST = 4;

function selectionOf(schema: GraphQLSchema, type: GraphQLNamedType, depth: number): string {
  if (isLeafType(type)) return '';
  if (isAbstractType(type)) {
    const members = schema.getPossibleTypes(type).map((member) => {
      const below = selectionOf(schema, member, depth);
      return `... on ${member.name} ${below}`;
    });
    return ` { __typename ${members.join(' ')} }`;
  }
  const isEntity = type.astNode?.directives?.some(({ name }) => name.value === 'key') ?? false;
  const below = fieldsOf(type)
    .filter(({ name, type: of }) =>
      isEntity ? name === 'id' : depth < DEEPEST || isLeafType(getNamedType(of)),
    )
    .map((field) => `${field.name}${selectionOf(schema, getNamedType(field.type), depth + 1)}`);
  return ` { ${['__typename', ...below].join(' ')} }`;
}

const fieldsOf = (type: GraphQLNamedType | undefined): readonly GraphQLField<unknown, unknown>[] =>
  isObjectType(type)
    ? Object.values(type.getFields()).filter(({ args }) => !args.some(isRequiredArgument))
    : [];

/** Whether nobody was shown anything by a field: then it holds nothing. Throws where an answer has errors. */
export const isShownNowhere = (answers: readonly unknown[], field: string): boolean =>
  answers.every((answer) => {
    const { data, errors } = answer as EntitiesAnswer;
    if (errors) throw new Error(JSON.stringify(errors));
    return data._entities.every(
      (one) => one === null || one[field] === null || JSON.stringify(one[field]) === '[]',
    );
  });

interface EntitiesAnswer {
  readonly data: { readonly _entities: readonly (Readonly<Record<string, unknown>> | null)[] };
  readonly errors?: unknown;
}

/** What a field shows of each to each of the viewers: when it is read by itself, and when all of each is read. */
export async function shownAlone<T extends KindTypes>(
  service: Pick<StartedService, 'operate'>,
  kind: Kind<T>,
  asked: {
    readonly type: string;
    readonly ids: readonly string[];
    readonly viewers: readonly Viewer[];
    readonly selection: string;
  },
): Promise<{ readonly alone: readonly unknown[]; readonly ofAll: readonly unknown[] }> {
  const { type, ids, viewers, selection } = asked;
  const text = `query ($of: [_Any!]!) { _entities(representations: $of) { ... on ${type} { ${selection} } } }`;
  const of = ids.map((id) => ({ __typename: type, id }));
  const ask = async () => {
    const answers: unknown[] = [];
    for (const viewer of viewers) answers.push(await service.operate(viewer, text, { of }));
    return answers;
  };
  const alone = await ask();
  const reading: { partsShown: Kind<T>['partsShown'] } = kind;
  const { partsShown } = reading;
  reading.partsShown = () => undefined;
  try {
    return { alone, ofAll: await ask() };
  } finally {
    reading.partsShown = partsShown;
  }
}
