import { given } from '@onewindow/testing';
import { centre, isAreaCompliant } from './centre.ts';

const facts = {
  id: 'centre-1',
  code: 'C-1',
  name: '示例区政务服务中心',
  region: 'region-1',
  level: 'TOWNSHIP_STREET',
  superiorCentre: null,
  address: null,
  area: 150,
} as const;
const registered = { type: 'CentreRegistered', ...facts } as const;

it('registers a centre once', () => {
  given(centre)
    .when({ type: 'RegisterCentre', ...facts })
    .then(registered);
  given(centre, registered)
    .when({ type: 'RegisterCentre', ...facts })
    .refuses({ code: 'NotPermittedInStatus', command: 'RegisterCentre', status: 'REGISTERED' });
});

it('finds 150 square metres enough for a street and 149 too little (002:161)', () => {
  expect(isAreaCompliant(facts)).toBe(true);
  expect(isAreaCompliant({ ...facts, area: 149 })).toBe(false);
  expect(isAreaCompliant({ ...facts, area: null })).toBeNull();
  expect(isAreaCompliant({ ...facts, level: 'CITY' })).toBeNull();
});
