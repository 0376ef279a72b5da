import * as contracts from './index.ts';
import type { EventContract } from './define-event.ts';

const { alertEvents, caseEvents, caseExclusionEvents, complaintEvents, itemEvents } = contracts;
const { negativeReportEvents } = contracts;
const families = {
  ...{ alertEvents, caseEvents, caseExclusionEvents, complaintEvents, itemEvents },
  negativeReportEvents,
};

const isContract = (it: unknown): it is EventContract =>
  typeof it === 'object' && it !== null && 'happened' in it && 'aggregate' in it;
const all = Object.values<unknown>(contracts).filter(isContract);

it.each(Object.entries(families))('%s lacks nothing that is told of its aggregate', (_, family) => {
  const told = Object.values<EventContract>(family).map(({ type }) => type);
  const [first] = Object.values<EventContract>(family);
  const defined = all.filter(
    ({ service, aggregate }) => service === first?.service && aggregate === first.aggregate,
  );
  expect([...told].sort()).toEqual(defined.map(({ type }) => type).sort());
});
