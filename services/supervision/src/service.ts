import { createNotKnown, defineService, openKinds } from '@onewindow/service';
import { alertKind } from './alert/alert.kind.ts';
import { complaintKind } from './complaint/complaint.kind.ts';
import { createExclusionCommands } from './commands/exclusion-commands.ts';
import { createReportCommands } from './commands/report-commands.ts';
import { requestContext, type RequestContext } from './context.ts';
import type { SupervisionEnvironment } from './environment.ts';
import { consumersFor } from './events/consumers.ts';
import { resolvers } from './graphql/resolvers.generated.ts';
import { typeDefs } from './graphql/type-defs.generated.ts';
import { exclusionAggregate } from './persistence/exclusion-aggregate.ts';
import { reportAggregate } from './persistence/report-aggregate.ts';
import { createReplicas, knownFactsFrom } from './replicas/create-replicas.ts';

/** How it is handled: alerts, complaints and the reports of denials. */
export const createSupervisionService = defineService<SupervisionEnvironment, RequestContext>({
  name: 'supervision',
  typeDefs,
  resolvers,
  assemble: (foundation, environment) => {
    const { replyPeriods, acknowledgeWithin } = environment.rules;
    const { calendarOf } = environment.calendars;
    const vault = foundation.vault(environment.personalData);
    const kinds = openKinds(foundation, vault);
    const alerts = kinds.open(alertKind);
    const reports = foundation.journal(reportAggregate(acknowledgeWithin));
    const exclusions = foundation.journal(exclusionAggregate);
    kinds.open(complaintKind, { replyPeriods, vault });
    const replicas = createReplicas(foundation);
    const facts = knownFactsFrom(replicas);
    const notKnown = createNotKnown();
    const deps = { alerts, reports, exclusions, vault, facts, calendarOf, notKnown };
    const commands = {
      ...createReportCommands(deps),
      ...createExclusionCommands(deps),
    };
    const now = () => foundation.clock.now();
    return {
      consumers: consumersFor({ ...deps, replicas, now }),
      context: (request) =>
        requestContext({ ...deps, commands }, request, kinds.forRequest(request.caller)),
    };
  },
});
