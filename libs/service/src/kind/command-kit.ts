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
import type { z } from 'zod';
import { commandMeta, type Caller, type Repeatable } from '../command-meta.ts';
import type { Refused } from '@onewindow/persistence';
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
import type { Kinds } from './open-kinds.ts';

/** What a request must bring for its commands. */
export interface CommandContext {
  readonly caller: Caller;
  readonly language: Language;
  readonly kinds: Kinds;
}

type Input = Repeatable & Readonly<Record<string, unknown>>;
type Resolving<Context> = [
  parent: unknown,
  args: { readonly input: Input },
  context: Context,
  info: GraphQLResolveInfo,
];
type AnyVerdict = Verdict<string>;

/** A row, as everything that is made of it reads it. */
export interface AnyRow<Viewed, Context> {
  readonly does: string;
  readonly action?: string;
  readonly input?: z.ZodType;
  readonly token?: (viewer: Viewer) => AnyVerdict;
  readonly may?: (
    viewer: Viewer,
    view: Viewed,
    context: Context,
  ) => AnyVerdict | Promise<AnyVerdict>;
  readonly bars?: (viewer: Viewer, view: Viewed, context: Context) => Coded | null;
  readonly actor?: (viewer: Viewer, view: Viewed, context: Context) => string;
  readonly claims?: string;
  readonly command: (input: never, given: never, view: Viewed) => object | Promise<object>;
}

/** The commands of one kind: what mutations, actions and offers are made of. */
export interface Commands<T extends KindTypes, Context, Rows, Options = unknown> {
  /** In types only. */
  readonly options?: Options;
  readonly kind: Kind<T>;
  readonly id: string;
  readonly token?: (viewer: Viewer) => AnyVerdict;
  readonly facts?: (context: Context, view: View<T['state']>) => Promise<object>;
  readonly rows: Rows;
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
 * words of its refusals. `ofInput`: refusals that name a `field` and are answered as `InvalidInput`.
 */
export const commandKit =
  <Mutations, Context extends CommandContext>() =>
  <
    const Words extends Readonly<Record<string, RefusalWords>>,
    // eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- what it is inferred to is held against unions below
    const OfInput extends Readonly<Record<string, Readonly<Record<Language, string>>>>,
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
    const worded = new Set([...Object.keys(words), ...Object.keys(baseRefusals)]);

    /** A rejection as a member of a result union. */
    const refusalOf = (
      rejection: Coded & { readonly field?: string },
      language: Language,
    ): { readonly __typename: string } => {
      const about = ofInput[rejection.code];
      if (!about) return toRefusal(rejection as never, language);
      const fields = [{ path: rejection.field ?? '', message: about[language] }];
      return toRefusal({ code: 'InvalidInput', fields }, language);
    };

    type Resolved<Names> = Pick<Required<Mutations>, Names & keyof Mutations>;

    return {
      refusalOf,

      /** Right, input, facts, command and action of each mutation: one row. */
      defineCommands: <
        T extends KindTypes,
        Facts extends object,
        const Id extends string,
        const Rows extends {
          readonly [Name in keyof Mutations]?: AnyRowOf<
            InputOf<Mutations, Name>,
            View<T['state']>,
            T['command'],
            Facts,
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
        type Viewed = View<T['state']>;
        const { kind, id, facts } = commands;
        const resolverOf = (name: string, row: AnyRow<Viewed, Context>) => {
          const token = row.token ?? commands.token;
          const resolve = async (
            ...[, { input }, context, info]: Resolving<Context>
          ): Promise<object> => {
            const { caller, language, kinds } = context;
            const { viewer, at } = caller;
            const { success, field, refusals } = answersOf(info.returnType);
            const refuse = (rejection: Coded): object => {
              const answer = refusalOf(rejection, language);
              if (refusals.has(answer.__typename)) return answer;
              throw new Error(`${name} does not list ${answer.__typename}.`);
            };
            const valid = row.input && validateInput(row.input, input, language);
            if (valid && !valid.ok) return valid.refusal;
            const bearer = token?.(viewer) ?? true;
            if (bearer !== true) return refuse(notAuthorized(bearer));
            const { journal, sees } = kinds.of(kind);
            const { actor } = row;
            const outcome = await journal.handle<Coded>({
              id: input[id] as string,
              meta: commandMeta(caller, name, input),
              ...(actor && {
                actor: (loaded) => actor(viewer, kind.toView(loaded), context),
              }),
              admit: async (loaded) => {
                if (!sees(viewer, loaded)) return notFound(loaded.id);
                const may = (await row.may?.(viewer, kind.toView(loaded), context)) ?? true;
                return may === true ? null : notAuthorized(may);
              },
              command: async (loaded) => {
                const view = kind.toView(loaded);
                const given = { ...(await facts?.(context, view)), viewer, at, context };
                // A row is checked as a whole where it is written: input, facts and command fit each other.
                const made = await row.command(input as never, given as never, view);
                return isRefused(made) ? made : commandOf(row.does, made, at);
              },
            });
            return outcome.ok
              ? { __typename: success, [field]: kind.toView(outcome.aggregate) }
              : refuse(outcome.rejection);
          };
          return checkedAtStart(resolve, ({ type }) => {
            for (const member of answersOf(type).refusals) {
              if (!worded.has(member)) throw new Error(`${member} has no words.`);
            }
          });
        };
        // `RowAgrees` has held each row against the generated type that is claimed here.
        return Object.fromEntries(
          Object.entries(commands.rows as Readonly<Record<string, AnyRow<Viewed, Context>>>).map(
            ([name, row]) => [name, resolverOf(name, row)],
          ),
        ) as Resolved<keyof Rows>;
      },
    };
  };

const notFound = (id: string) => ({ code: 'NotFound', id }) as const;
const notAuthorized = (because: string) => ({ code: 'NotAuthorized', because }) as const;
const commandOf = (type: string, fields: object, at: Caller['at']) => ({ ...fields, type, at });
const isRefused = (made: object): made is Refused<Coded> => 'accepted' in made;
