import { instant } from '@onewindow/kernel';
import { given } from '@onewindow/testing';
import { sealUse } from './seal-use.ts';

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
const recorded = { type: 'SealUseRecorded', ...use } as const;

it('records a use of the seal once, bound to its case (002:104)', () => {
  given(sealUse)
    .when({ type: 'RecordSealUse', ...use })
    .then(recorded);
  given(sealUse, recorded)
    .when({ type: 'RecordSealUse', ...use })
    .refuses({ code: 'NotPermittedInStatus', command: 'RecordSealUse', status: 'RECORDED' });
});
