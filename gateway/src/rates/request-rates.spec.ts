import type { Viewer } from '@onewindow/identity';
import { createMetrics } from '@onewindow/runtime';
import { createRateCounters } from './rate-counters.ts';
import { RATES } from './rate-kinds.ts';
import { createRequestRates } from './request-rates.ts';

const program = (id: string): Viewer => ({ id, kind: 'SERVICE', scopes: new Set() });
const from = (viewer: Viewer) => ({ viewer, address: '192.0.2.1', isNew: false });

it('a program looks up cases by receipt and code so often, by a limit of its own', async () => {
  const counters = createRateCounters({
    ...RATES,
    progress: { points: 1, seconds: 60 },
    programProgress: { points: 3, seconds: 60 },
  });
  const rates = createRequestRates(counters, createMetrics('gateway'));
  const kiosk = from(program('kiosk'));
  // Twice in one operation counts twice.
  const twice = ['Query.caseProgress', 'Query.caseProgress'];
  expect(await rates.fields(kiosk, twice)).toBeUndefined();
  expect(await rates.fields(kiosk, ['Query.caseProgress'])).toBeUndefined();
  expect(await rates.fields(kiosk, ['Query.caseProgress'])).toMatchObject({
    kind: 'programProgress',
  });
  // Neither another program nor what else this one does is held by it.
  expect(await rates.fields(from(program('portal')), ['Query.caseProgress'])).toBeUndefined();
  expect(await rates.fields(kiosk, ['Query.items', 'Mutation.fileComplaint'])).toBeUndefined();
});
