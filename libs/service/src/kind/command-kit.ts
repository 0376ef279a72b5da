import type { Viewer } from '@onewindow/identity';
import {
  answersOf,
  baseRefusals,
  checkedAtStart,
  createRefusals,
  validateInput,
  type Language,
  type RefusalWords,
} from '@onewindow/subgraph';
import type { DocumentNode, GraphQLResolveInfo } from 'graphql';
import type { Repeatable } from '../command-meta.ts';
import { offersOf, type Creating } from './actions-of.ts';
import type { CommandContext, Commands } from './commands.ts';
import type {
  AnswerOf,
  AnyRowOf,
  CauseOf,
  Coded,
  InputOf,
  RowAgrees,
  Verdict,
} from './command-rows.ts';
import type { Kind, KindTypes, View } from './define-kind.ts';
import {
  notAuthorized,
  runCommand,
  runCreation,
  type AnyCreatingRow,
  type AnyRow,
} from './run-rows.ts';

type Input = Repeatable & Readonly<Record<string, unknown>>;
type Resolving<Context> = [
  parent: unknown,
  args: { readonly input: Input },
  context: Context,
  info: GraphQLResolveInfo,
];

/** An action as the graph's `OfferedAction` has it. */
export interface OfferedAction {
  readonly name: string;
  readonly allowed: boolean;
  readonly code: string | null;
  readonly reason: string | null;
  readonly rule: string | null;
}
/** A refusal in words. */
interface Worded {
  readonly __typename: string;
  readonly message: string;
  readonly rule: string | null;
}

interface CommandOptions<T extends KindTypes, Context, Facts, Id, Token> {
  /** The field of every input that names the aggregate. */
  readonly id: Id;
  /** Asked of the token alone, before anything is looked up, by every row that has none of its own. */
  readonly token?: (viewer: Viewer) => Token;
  /** What the decider must know beside the state. Fetched anew for each attempt. */
  readonly facts?: (context: Context, view: View<T['state']>) => Promise<Facts>;
}

/**
 * What a service's nouns are commanded with, bound to its generated `MutationResolvers`, its context and the
 * words of its refusals. `ofInput`: refusals that are answered as `InvalidInput`, of the `field` that they carry
 * or that stands with their words. A refusal whose words stand under `'NotAuthorized.<its code>'` is answered as
 * `NotAuthorized` with that cause.
 */
export const commandKit =
  <Mutations, Context extends CommandContext>() =>
  <
    const Words extends Readonly<Record<string, RefusalWords>>,
    // eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- what it is inferred to is held against unions below
    const OfInput extends Readonly<Record<string, RefusalWords & { readonly field?: string }>>,
  >({
    words,
    ofInput,
    typeDefs,
  }: {
    readonly words: Words;
    readonly ofInput: OfInput;
    /** The service's SDL: enum values are said in refusals by their names there. */
    readonly typeDefs: DocumentNode;
  }) => {
    const toRefusal = createRefusals(words, typeDefs);
    const ofField = createRefusals<Readonly<Record<string, RefusalWords>>>(ofInput, typeDefs);
    const worded = new Set([...Object.keys(words), ...Object.keys(baseRefusals)]);

    /** A rejection as a member of a result union. `path`: the input field at fault where it names none. */
    const refusalOf = (
      rejection: Coded & { readonly field?: string },
      language: Language,
      path = '',
    ): Worded => {
      const { code } = rejection;
      const about = ofInput[code];
      if (about) {
        const { message, rule } = ofField(rejection, language);
        const fields = [{ path: rejection.field ?? about.field ?? path, message }];
        const invalid = { code: 'InvalidInput', fields, ...(rule !== null && { rule }) } as const;
        return toRefusal(invalid, language);
      }
      const asked = `NotAuthorized.${code}` in words ? notAuthorized(code) : rejection;
      return toRefusal(asked as never, language);
    };

    type Resolved<Names> = Pick<Required<Mutations>, Names & keyof Mutations>;

    return {
      refusalOf,

      /**
       * The resolver of `actions`: all that this viewer has the right to do in this status, also what the law
       * refuses him now, with the words of that refusal. `availableActions` are those that are allowed.
       */
      offeredBy:
        <T extends KindTypes, Rows, Action extends string = never>(
          commands: Commands<T, Context, Rows>,
          creating?: Creating<T, Context, Action>,
        ) =>
        async (
          view: View<T['state']>,
          _: unknown,
          context: Context,
        ): Promise<readonly OfferedAction[]> =>
          (await offersOf(commands, creating)(view, context)).map(({ action, refused }) => {
            const why = refused && refusalOf(refused, context.language);
            return {
              name: String(action),
              allowed: why === null,
              code: why?.__typename ?? null,
              reason: why?.message ?? null,
              rule: why?.rule ?? null,
            };
          }),

      /** Right, input, facts, command and action of each mutation: one row. */
      defineCommands: <
        T extends KindTypes,
        Facts extends object,
        const Id extends string,
        const Rows extends {
          readonly [Name in keyof Mutations]?: AnyRowOf<
            InputOf<Mutations, Name>,
            T,
            View<T['state']>,
            NoInfer<Facts>,
            Context,
            CauseOf<Words>
          >;
        },
        const Token extends Verdict<CauseOf<Words>> = never,
      >(
        kind: Kind<T>,
        options: CommandOptions<T, Context, Facts, Id, Token>,
        rows: Rows,
      ): Commands<T, Context, Rows, { readonly id: Id; readonly token: Token }> => ({
        ...{ kind, rows, ...options },
      }),

      /** The resolvers of a kind's mutations. What each may answer is derived from the schema. */
      mutationsOf: <
        T extends KindTypes,
        Rows,
        Options extends { readonly id: string; readonly token: unknown },
      >(
        commands: Commands<T, Context, Rows, Options> & {
          readonly rows: {
            readonly [Name in keyof Rows]: Name extends keyof Mutations
              ? RowAgrees<
                  Rows[Name],
                  InputOf<Mutations, Name>,
                  AnswerOf<Mutations, Name>,
                  {
                    readonly words: Words;
                    readonly ofInput: keyof OfInput;
                    readonly viewed: View<T['state']>;
                    readonly rules: T['rules'];
                    readonly id: Options['id'];
                    readonly token: [Options['token']] extends [never] ? false : true;
                  }
                >
              : { readonly 'no such mutation': Name };
          };
        },
      ): Resolved<keyof Rows> => {
        type Either = AnyRow<View<T['state']>, Context> | AnyCreatingRow<T['state'], Context>;
        const { kind } = commands;
        const resolverOf = (mutation: string, row: Either) => {
          const token = row.token ?? commands.token;
          const resolve = async (
            ...[, { input }, context, info]: Resolving<Context>
          ): Promise<object> => {
            const { caller, language } = context;
            const { success, field, refusals } = answersOf(info.returnType);
            const refuse = (rejection: Coded): object => {
              const answer = refusalOf(rejection, language, commands.id);
              if (refusals.has(answer.__typename)) return answer;
              throw new Error(`${mutation} does not list ${answer.__typename}.`);
            };
            const valid = row.input && validateInput(row.input, input, language);
            if (valid && !valid.ok) return valid.refusal;
            const bearer = token?.(caller.viewer) ?? true;
            if (bearer !== true) return refuse(notAuthorized(bearer));
            const asking = { mutation, input, context };
            const { outcome, besides } =
              row.creates === undefined
                ? { outcome: await runCommand(commands, row, asking), besides: {} }
                : await runCreation(commands, row, asking);
            return outcome.ok
              ? { __typename: success, [field]: kind.toView(outcome.aggregate), ...besides }
              : refuse(outcome.rejection);
          };
          return checkedAtStart(resolve, ({ type }) => {
            const { refusals, besides, success } = answersOf(type);
            for (const member of refusals) {
              if (!worded.has(member)) throw new Error(`${member} has no words.`);
            }
            const told = row.creates !== undefined && row.besides !== undefined;
            if (besides.length > 0 && !told) throw new Error(`${success} has more than the kind.`);
          });
        };
        // `RowAgrees` has held each row against the generated type that is claimed here.
        return Object.fromEntries(
          Object.entries(commands.rows as Readonly<Record<string, Either>>).map(([name, row]) => [
            name,
            resolverOf(name, row),
          ]),
        ) as Resolved<keyof Rows>;
      },
    };
  };
