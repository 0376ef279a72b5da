import { createNumberSeries } from '@onewindow/persistence';
import { createNotKnown, defineService, openKinds } from '@onewindow/service';
import { receiptNumbers } from './case/case-lookups.ts';
import { caseKind } from './case/case.kind.ts';
import { requestContext, type RequestContext } from './context.ts';
import type { CasesEnvironment } from './environment.ts';
import { consumersFor } from './events/consumers.ts';
import { resolvers } from './graphql/resolvers.generated.ts';
import { typeDefs } from './graphql/type-defs.generated.ts';
import { createReplicas } from './replicas/create-replicas.ts';
import { factsFromReplicas } from './replicas/facts-from-replicas.ts';

/** What is being handled: cases with their deadlines, from the application to the certificate. */
export const createCasesService = defineService<CasesEnvironment, RequestContext>({
  name: 'cases',
  typeDefs,
  resolvers,
  assemble: (foundation, environment) => {
    const rules = { ...environment.rules, ...environment.calendars };
    const vault = foundation.vault(environment.personalData);
    const kinds = openKinds(foundation, vault);
    const journal = kinds.open(caseKind, rules);
    const replicas = createReplicas(foundation);
    const parts = {
      journal,
      vault,
      facts: factsFromReplicas(foundation.database, replicas),
      calendarOf: rules.calendarOf,
      receipts: createNumberSeries(journal, receiptNumbers),
      mostOpenApplications: rules.mostOpenApplications,
      notKnown: createNotKnown(),
      acceptDemoNumbers: environment.local.isLocal,
    };
    return {
      consumers: consumersFor({ journal, replicas, now: () => foundation.clock.now() }),
      context: (request) => requestContext(parts, request, kinds.forRequest(request.caller)),
    };
  },
});
