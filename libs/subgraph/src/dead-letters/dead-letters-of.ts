import {
  dropDeadLetter,
  listDeadLetters,
  retryDeadLetter,
  type DeadLetterContext,
} from './dead-letters.ts';

type PageArgs = Parameters<typeof listDeadLetters>[1];
interface InputArgs {
  readonly input: { readonly id: string };
}

const listOf = (field: string) => (_parent: unknown, args: PageArgs, context: DeadLetterContext) =>
  listDeadLetters(context, args, field);
const retry = (_parent: unknown, { input }: InputArgs, context: DeadLetterContext) =>
  retryDeadLetter(context, input);
const drop = (_parent: unknown, { input }: InputArgs, context: DeadLetterContext) =>
  dropDeadLetter(context, input);

/** A service's resolver maps of its dead letters: the same in all, each under the service's own name. */
export function deadLettersOf<const Service extends string>(service: Service) {
  const name = service.charAt(0).toUpperCase() + service.slice(1);
  const field = `${service}DeadLetters`;
  return {
    Query: { [field]: listOf(field) },
    Mutation: { [`retry${name}DeadLetter`]: retry, [`drop${name}DeadLetter`]: drop },
  } as unknown as {
    readonly Query: Readonly<Record<`${Service}DeadLetters`, ReturnType<typeof listOf>>>;
    readonly Mutation: Readonly<
      Record<`retry${Capitalize<Service>}DeadLetter`, typeof retry> &
        Record<`drop${Capitalize<Service>}DeadLetter`, typeof drop>
    >;
  };
}
