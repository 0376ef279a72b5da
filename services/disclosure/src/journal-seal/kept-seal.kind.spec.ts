import * as contracts from '@onewindow/contracts';
import { uncoveredQueries } from '@onewindow/persistence/testing';
import { keptSealId, keptSealKind } from './kept-seal.kind.ts';

it('has an index for every query', () => {
  expect(uncoveredQueries(keptSealKind.with().type)).toEqual([]);
});

it('is one for each number of each service', () => {
  const ids = [keptSealId('cases', 1), keptSealId('cases', 2), keptSealId('items', 1)];
  expect(new Set(ids).size).toBe(3);
  expect(keptSealId('cases', 1)).toBe(ids[0]);
});

it('is of every service whose journals are sealed', () => {
  const told = Object.values<unknown>(contracts).flatMap((one) =>
    typeof one === 'object' &&
    one !== null &&
    'aggregate' in one &&
    one.aggregate === 'journal-seal' &&
    'service' in one
      ? [one.service]
      : [],
  );
  expect(contracts.journalSealsMade.map(({ service }) => service)).toEqual(told.sort());
  expect(told.length).toBeGreaterThan(1);
});
