import {
  createNotKnown,
  createRegionalCalendars,
  defineService,
  openKinds,
} from '@onewindow/service';
import { alertKind } from './alert/alert.kind.ts';
import { caseExclusionKind } from './case-exclusion/case-exclusion.kind.ts';
import { complaintKind } from './complaint/complaint.kind.ts';
import { CASE_ON_ITS_WAY_MS } from './complaint/file-complaint.ts';
import { requestContext, type RequestContext } from './context.ts';
import type { SupervisionEnvironment } from './environment.ts';
import { consumersFor } from './events/consumers.ts';
import { resolvers } from './graphql/resolvers.generated.ts';
import { typeDefs } from './graphql/type-defs.generated.ts';
import { negativeReportKind } from './negative-report/negative-report.kind.ts';
import { createReplicas, knownFactsFrom } from './replicas/create-replicas.ts';

/** How it is handled: alerts, complaints and the reports of denials. */
export const createSupervisionService = defineService<SupervisionEnvironment, RequestContext>({
  name: 'supervision',
  typeDefs,
  resolvers,
  assemble: (foundation, environment) => {
    const { replyPeriods, acknowledgeWithin } = environment.rules;
    const calendars = createRegionalCalendars(foundation);
    const { calendarOf } = calendars;
    const vault = foundation.vault(environment.personalData);
    const kinds = openKinds(foundation, vault);
    const alerts = kinds.open(alertKind);
    const reports = kinds.open(negativeReportKind, { acknowledgeWithin });
    kinds.open(caseExclusionKind);
    kinds.open(complaintKind, { replyPeriods, vault });
    const replicas = createReplicas(foundation);
    const facts = knownFactsFrom(replicas);
    const parts = {
      vault,
      facts,
      calendarOf,
      notKnown: createNotKnown(),
      notKnownCase: createNotKnown(Date.now, CASE_ON_ITS_WAY_MS),
    };
    const now = () => foundation.clock.now();
    return {
      kept: [calendars],
      consumers: consumersFor({ alerts, reports, replicas, facts, calendars, now }),
      context: (request) => requestContext(parts, request, kinds.forRequest(request.caller)),
    };
  },
});
