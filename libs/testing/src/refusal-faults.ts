import { Kind, type DocumentNode, type ObjectTypeDefinitionNode } from 'graphql';

/** An example of every rejection: a code that is missing does not compile. */
export type RejectionOfEach<Rejection extends { readonly code: string }> = {
  readonly [Code in Rejection['code']]: Rejection & { readonly code: Code };
};

/**
 * What needs no example written out, because its words say it all: each cause and each fact that a service words
 * (`NotAuthorized.NotManager`, `AlreadyExists.badgeNumber`), with what the example of its refusal says besides, and
 * each refusal of a code alone that is not among the examples. One that has fields beside is then told as not filled.
 */
export const bareRejections = (
  words: object,
  examples: Readonly<Record<string, object>>,
): readonly { readonly code: string; readonly because?: string; readonly fact?: string }[] =>
  Object.keys(words).flatMap((key) => {
    const [code = '', cause] = key.split('.');
    const example = new Map(Object.entries(examples)).get(code);
    if (cause !== undefined) return [{ ...example, code, because: cause, fact: cause }];
    return example ? [] : [{ code }];
  });

type Made = Readonly<Record<string, unknown>> & { readonly message: string };
type Examples = Readonly<Record<'en' | 'zh', readonly object[]>>;

/**
 * What is wrong with a service's refusals, a line each: a member of a union without an example; a field that
 * is promised and that the code does not fill, or never fills; a sentence with a placeholder, an enum value or
 * a pattern in it, or with no Chinese; a `NotAuthorized` in words that say nothing. `document` is the whole schema.
 */
export function refusalFaults(document: DocumentNode, examples: Examples): readonly string[] {
  const members = refusalsInUnions(document);
  return (['en', 'zh'] as const).flatMap((language) => {
    const made = examples[language] as readonly Made[];
    return [
      ...members.flatMap((type) => unfilled(type, made)),
      ...made.flatMap((one) => saidBadly(one, language)),
    ];
  });
}

function refusalsInUnions({ definitions }: DocumentNode): readonly ObjectTypeDefinitionNode[] {
  const members = new Set(
    definitions.flatMap((definition) =>
      definition.kind === Kind.UNION_TYPE_DEFINITION
        ? (definition.types ?? []).map(({ name }) => name.value)
        : [],
    ),
  );
  return definitions.filter(
    (definition): definition is ObjectTypeDefinitionNode =>
      definition.kind === Kind.OBJECT_TYPE_DEFINITION &&
      members.has(definition.name.value) &&
      (definition.interfaces ?? []).some(({ name }) => name.value === 'Rejection'),
  );
}

/** May be without a value: there is no source, or nothing that the viewer may see. */
const MAY_BE_EMPTY = ['rule', 'id'];

function unfilled({ name, fields = [] }: ObjectTypeDefinitionNode, made: readonly Made[]) {
  const own = made.filter((one) => one['__typename'] === name.value);
  if (own.length === 0) return [`${name.value}: no example`];
  return fields.flatMap((field) => {
    const path = `${name.value}.${field.name.value}`;
    const filled = own.filter((one) => (one[field.name.value] ?? null) !== null);
    if (field.type.kind === Kind.NON_NULL_TYPE) {
      return filled.length === own.length ? [] : [`${path}: not filled`];
    }
    return filled.length > 0 || MAY_BE_EMPTY.includes(field.name.value)
      ? []
      : [`${path}: never filled`];
  });
}

const NOT_FOR_PEOPLE = /[{}^$\\]|\b[A-Z]+_[A-Z_]+\b|（）|\(\)|undefined|null|\[object/u;
const SAYS_NOTHING = ['您无权办理此操作。', 'You have no right to do this here.'];

function saidBadly({ message, ...one }: Made, language: 'en' | 'zh') {
  const bad =
    NOT_FOR_PEOPLE.test(message) ||
    /\p{Script=Han}/u.test(message) !== (language === 'zh') ||
    SAYS_NOTHING.includes(message);
  return bad ? [`${String(one['__typename'])}: ${message}`] : [];
}
