import { getNamedType, isCompositeType, isObjectType, type GraphQLSchema } from 'graphql';
import { deadlineExceeded } from './graphql-errors.ts';

/** Set on a context: aborts when the caller has gone or the time for his request is over. */
export const requestSignal = Symbol('requestSignal');
interface Timed {
  readonly [requestSignal]?: AbortSignal;
}

/** No resolver that leads further begins after the time is over: what runs ends, and nothing follows it. */
export function stopWhenLate(schema: GraphQLSchema): GraphQLSchema {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith('__')) continue;
    for (const field of Object.values(type.getFields())) {
      const { resolve } = field;
      if (!resolve || !isCompositeType(getNamedType(field.type))) continue;
      field.resolve = (...call: Parameters<typeof resolve>) => {
        const context = call[2] as Timed;
        if (context[requestSignal]?.aborted === true) throw deadlineExceeded();
        return resolve(...call);
      };
    }
  }
  return schema;
}
