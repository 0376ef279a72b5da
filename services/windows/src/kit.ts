import { commandKit } from '@onewindow/service';
import type { RequestContext } from './context.ts';
import { typeDefs } from './graphql/type-defs.generated.ts';
import type { MutationResolvers } from './graphql/types.generated.ts';
import { OF_INPUT, WORDS } from './refusal-words.ts';

/** What the nouns of this service are commanded with. */
export const { defineCommands, mutationsOf, offeredBy, refusalOf } = commandKit<
  MutationResolvers,
  RequestContext
>()({ words: WORDS, ofInput: OF_INPUT, typeDefs });
