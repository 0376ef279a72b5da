import { instant } from '@onewindow/kernel';
import { given } from '@onewindow/testing';
import { centre, isAreaCompliant } from './centre.ts';
import { region } from './region.ts';
import { sealUse } from './seal-use.ts';

const regionFacts = { id: 'region-1', code: '511602', name: '示例区', parent: null } as const;
const centreFacts = {
  id: 'centre-1',
  code: 'C-1',
  name: '示例区政务服务中心',
  region: 'region-1',
  level: 'TOWNSHIP_STREET',
  superiorCentre: null,
  address: null,
  area: 150,
} as const;
const use = {
  id: 'use-1',
  seal: 'seal-1',
  caseId: 'case-1',
  usedBy: 'staff-1',
  usedAt: instant('2026-03-02T01:00:00Z'),
  region: 'region-1',
  centre: 'centre-1',
  department: 'department-1',
} as const;

describe('regions, centres and uses of a seal', () => {
  it('registers a region once', () => {
    given(region)
      .when({ type: 'RegisterRegion', ...regionFacts })
      .then({ type: 'RegionRegistered', ...regionFacts });
    given(region, { type: 'RegionRegistered', ...regionFacts })
      .when({ type: 'RegisterRegion', ...regionFacts })
      .refuses({ code: 'NotPermittedInStatus', status: 'REGISTERED' });
  });

  it('registers a centre once', () => {
    given(centre)
      .when({ type: 'RegisterCentre', ...centreFacts })
      .then({ type: 'CentreRegistered', ...centreFacts });
    given(centre, { type: 'CentreRegistered', ...centreFacts })
      .when({ type: 'RegisterCentre', ...centreFacts })
      .refuses({ code: 'NotPermittedInStatus', status: 'REGISTERED' });
  });

  it('records a use of the seal once, bound to its case (002:104)', () => {
    given(sealUse)
      .when({ type: 'RecordSealUse', ...use })
      .then({ type: 'SealUseRecorded', ...use });
    given(sealUse, { type: 'SealUseRecorded', ...use })
      .when({ type: 'RecordSealUse', ...use })
      .refuses({ code: 'NotPermittedInStatus', status: 'RECORDED' });
  });

  it('finds 150 square metres enough for a street and 149 too little (002:161)', () => {
    expect(isAreaCompliant(centreFacts)).toBe(true);
    expect(isAreaCompliant({ ...centreFacts, area: 149 })).toBe(false);
    expect(isAreaCompliant({ ...centreFacts, area: null })).toBeNull();
    expect(isAreaCompliant({ ...centreFacts, level: 'CITY' })).toBeNull();
  });
});
