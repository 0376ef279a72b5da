import { idFromCode } from '@onewindow/persistence';

/** The district whose published catalogue the demo loads, and a centre in it that does not exist. */
export const REGION = { code: '511602000000', name: '广安市广安区' };
export const CENTRE = { code: 'DEMO-511602-01', name: '广安区政务服务中心（演示）' };

/** Departments with a part in the demo, by a code that the catalogue knows them by. */
export const DEPARTMENTS = {
  market: { code: '115113010087783353', name: '区市监局' },
  housing: { code: '11511301008778255F', name: '区住建局' },
  social: { code: '1151130108778239R', name: '区人社局' },
  justice: { code: '00877868-5', name: '区司法局' },
} as const;
export type DemoDepartment = keyof typeof DEPARTMENTS;

// What has an official code has an id that anybody can compute from it.
export const regionId = idFromCode('region', REGION.code);
export const centreId = idFromCode('centre', CENTRE.code);
export const departmentId = (department: DemoDepartment) =>
  idFromCode('department', DEPARTMENTS[department].code);
