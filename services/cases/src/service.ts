import { createNumberSeries } from '@onewindow/persistence';
import {
  createNotKnown,
  createRegionalCalendars,
  defineService,
  openKinds,
} from '@onewindow/service';
import { receiptNumbers } from './case/case-lookups.ts';
import { caseKind } from './case/case.kind.ts';
import { noticeKind } from './notice/notice.kind.ts';
import { createNoticesSince } from './notice/notices-since.ts';
import { sendingPort } from './notice/sending/environment.ts';
import { recountClocks } from './case/recount-clocks.ts';
import { requestContext, type RequestContext } from './context.ts';
import type { CasesEnvironment } from './environment.ts';
import { consumersFor } from './events/consumers.ts';
import { resolvers } from './graphql/resolvers.generated.ts';
import { typeDefs } from './graphql/type-defs.generated.ts';
import { createReplicas } from './replicas/create-replicas.ts';
import { factsFromReplicas } from './replicas/facts-from-replicas.ts';
import { feeBillKind } from './fee-bill/fee-bill.kind.ts';
import { feeDayKind } from './fee-day/fee-day.kind.ts';
import { specialAccountKind } from './special-account/special-account.kind.ts';

/** What is being handled: cases with their deadlines, from the application to the certificate. */
export const createCasesService = defineService<CasesEnvironment, RequestContext>({
  name: 'cases',
  typeDefs,
  resolvers,
  assemble: (foundation, environment) => {
    const calendars = createRegionalCalendars(foundation);
    const rules = { ...environment.rules, calendarOf: calendars.calendarOf };
    const vault = foundation.vault(environment.personalData);
    const kinds = openKinds(foundation, vault);
    const journal = kinds.open(caseKind, rules);
    const feeBills = kinds.open(feeBillKind, { cases: journal });
    const feeDays = kinds.open(feeDayKind);
    kinds.open(specialAccountKind);
    const notices = kinds.open(noticeKind);
    const replicas = createReplicas(foundation);
    const facts = factsFromReplicas(foundation.database, replicas);
    const parts = {
      journal,
      feeBills,
      vault,
      facts,
      calendarOf: rules.calendarOf,
      receipts: createNumberSeries(journal, receiptNumbers),
      mostOpenApplications: rules.mostOpenApplications,
      notKnown: createNotKnown(),
      acceptDemoNumbers: environment.local.isLocal,
    };
    const now = () => foundation.clock.now();
    calendars.onChange(recountClocks({ journal, calendars, now }));
    const beginning = createNoticesSince(foundation.database, now);
    const { noticesSince } = beginning;
    // Reactions read for themselves: no request waits behind them, or pays for them.
    const factsOfReactions = factsFromReplicas(foundation.database, replicas);
    const issuing = {
      ...{ notices, vault, noticesSince, facts: factsOfReactions },
      port: sendingPort(environment.sending),
      calendarOf: rules.calendarOf,
    };
    return {
      kept: [calendars, beginning],
      consumers: consumersFor({
        ...{ ...issuing, journal, replicas, calendars, now },
        ...{ feeDays, feeBills },
      }),
      context: (request) => requestContext(parts, request, kinds.forRequest(request.caller)),
    };
  },
});
