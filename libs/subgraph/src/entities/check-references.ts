import {
  defaultFieldResolver,
  isObjectType,
  type GraphQLError,
  type GraphQLField,
  type GraphQLSchema,
} from 'graphql';
import { badUserInput } from '../graphql-errors.ts';
import { isRecord, keyCheckOf, type KeyCheck } from './entity-keys.ts';

/**
 * Makes `_entities` answer a reference that can't be right with `BAD_USER_INPUT` in its own place, and
 * resolve the others: no object, no `__typename` of an entity that is resolved here, a key that is
 * missing, null, or no value of its type (`{ "$ne": null }`, a list, a number). So no resolver, loader or
 * query ever meets such a value. More than `most` references are refused whole.
 */
export function checkReferences(schema: GraphQLSchema, most: number): void {
  const field = schema.getQueryType()?.getFields()['_entities'];
  if (!field) return;
  const checks = new Map<string, KeyCheck>();
  for (const type of Object.values(schema.getTypeMap())) {
    const check = isObjectType(type) ? keyCheckOf(type) : undefined;
    if (check) checks.set(type.name, check);
  }
  const faultOf = (reference: unknown): GraphQLError | undefined => {
    if (!isRecord(reference) || typeof reference['__typename'] !== 'string') {
      return badUserInput({
        en: 'A reference is an object with its `__typename`.',
        zh: '引用须为带有 `__typename` 的对象。',
      });
    }
    const check = checks.get(reference['__typename']);
    if (!check)
      return badUserInput({
        en: 'No entity of this `__typename` is resolved here.',
        zh: '此处没有这一 `__typename` 的实体。',
      });
    return check(reference)
      ? undefined
      : badUserInput({
          en: 'The reference has no key of its type, or one with a value of the wrong shape.',
          zh: '引用缺少其类型的键，或键值的形式不对。',
        });
  };
  resolveTheRest(field, faultOf, most);
}

function resolveTheRest(
  field: GraphQLField<unknown, unknown>,
  faultOf: (reference: unknown) => GraphQLError | undefined,
  most: number,
): void {
  const resolve = field.resolve ?? defaultFieldResolver;
  field.resolve = (...[source, args, ...rest]: Parameters<typeof resolve>) => {
    const { representations } = args as { readonly representations: readonly unknown[] };
    if (representations.length > most) {
      throw badUserInput({
        en: `One _entities fetch may carry ${most} references.`,
        zh: `一次 _entities 查询最多 ${most} 个引用。`,
      });
    }
    const faults = representations.map(faultOf);
    const sound = representations.filter((_, index) => faults[index] === undefined);
    const answers = resolve(source, { representations: sound }, ...rest) as unknown[];
    let next = 0;
    return faults.map((fault) => fault ?? answers[next++]);
  };
}
