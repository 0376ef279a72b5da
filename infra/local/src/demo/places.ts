import { idFromCode } from '@onewindow/persistence';

/** The district whose published catalogue the demo loads, and a centre in it that does not exist. */
export const REGION = { code: '511602000000', name: '广安市广安区' };
export const CENTRE = { code: 'DEMO-511602-01', name: '广安区政务服务中心（演示）' };

/** Departments with a part in the demo, by a code that the catalogue knows them by. */
export const DEPARTMENTS = {
  market: { code: '115113010087783353', name: '区市监局' },
  labour: { code: '1151130108778239R', name: '区人社局' },
  police: { code: '1151130000877869M', name: '区公安分局' },
  housing: { code: '11511301008778255F', name: '区住建局' },
  forestry: { code: '4588062259066118144', name: '区林业局' },
  justice: { code: '00877868-5', name: '区司法局' },
} as const;
export type DemoDepartment = keyof typeof DEPARTMENTS;

/** The windows of the demo centre, by number. */
export const WINDOWS = [
  { number: 'A01', name: '市场监管窗口（演示）', type: 'PERMANENT', departments: ['market'] },
  { number: 'A02', name: '人社窗口（演示）', type: 'PERMANENT', departments: ['labour'] },
  { number: 'A03', name: '公安窗口（演示）', type: 'PERMANENT', departments: ['police'] },
  {
    number: 'B01',
    name: '建设综合窗口（演示）',
    type: 'INTEGRATED',
    departments: ['housing', 'forestry'],
  },
] as const;

// What has an official code has an id that anybody can compute from it: tokens carry them before anything is there.
export const regionId = idFromCode('region', REGION.code);
export const centreId = idFromCode('centre', CENTRE.code);
export const departmentId = (department: DemoDepartment) =>
  idFromCode('department', DEPARTMENTS[department].code);
export const windowId = (number: string) => idFromCode('window', `${centreId}/${number}`);
export const sealId = (code: string) => idFromCode('approval-seal', code);
export const staffId = (badge: string) => idFromCode('staff-member', badge);
