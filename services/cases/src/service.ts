import { createNumberSeries } from '@onewindow/persistence';
import { createNotKnown, defineService } from '@onewindow/service';
import { createCaseCommands } from './commands/create-case-commands.ts';
import { requestContext, type RequestContext } from './context.ts';
import type { CasesEnvironment } from './environment.ts';
import { consumersFor } from './events/consumers.ts';
import { resolvers } from './graphql/resolvers.generated.ts';
import { typeDefs } from './graphql/type-defs.generated.ts';
import { caseAggregate } from './persistence/case-aggregate.ts';
import { receiptNumbers } from './persistence/case-queries.ts';
import { createReplicas, knownFactsFrom } from './replicas/create-replicas.ts';

/** What is being handled: cases with their deadlines, from the application to the certificate. */
export const createCasesService = defineService<CasesEnvironment, RequestContext>({
  name: 'cases',
  typeDefs,
  resolvers,
  assemble: (foundation, environment) => {
    const rules = { ...environment.rules, ...environment.calendars };
    const journal = foundation.journal(caseAggregate(rules));
    const receipts = createNumberSeries(journal, receiptNumbers);
    const vault = foundation.vault(environment.personalData);
    const replicas = createReplicas(foundation);
    const facts = knownFactsFrom(replicas);
    const parts = {
      ...{ journal, vault, facts, calendarOf: rules.calendarOf },
      commands: createCaseCommands({
        ...{ journal, facts, vault, receipts },
        mostOpenApplications: rules.mostOpenApplications,
        notKnown: createNotKnown(),
      }),
      acceptDemoNumbers: environment.local.isLocal,
    };
    return {
      consumers: consumersFor({ journal, replicas, now: () => foundation.clock.now() }),
      context: (request) => requestContext(parts, request),
    };
  },
});
