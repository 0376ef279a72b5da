import { defineService, openKinds } from '@onewindow/service';
import type { RequestContext } from './context.ts';
import type { SampleserviceEnvironment } from './environment.ts';
import { resolvers } from './graphql/resolvers.generated.ts';
import { typeDefs } from './graphql/type-defs.generated.ts';

/** 示例服务: say here what it is for. */
export const createSampleserviceService = defineService<SampleserviceEnvironment, RequestContext>({
  name: 'sampleservice',
  typeDefs,
  resolvers,
  assemble: (foundation, { textKeys }) => {
    const kinds = openKinds(foundation, foundation.texts(textKeys));
    return {
      consumers: [],
      context: (request) => ({ ...request, kinds: kinds.forRequest(request.caller) }),
    };
  },
});
