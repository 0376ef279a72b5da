import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { workspaceRoot } from '@onewindow/runtime/embedded';
import { data, eventually, succeed } from './ask.ts';
import { partOfCatalogue } from './catalogue.ts';
import type { Centre } from './centre.ts';
import {
  CENTRE,
  centreId,
  chiefId,
  DEPARTMENT_CODE,
  departmentId,
  officerId,
  REGION,
  regionId,
  sealId,
  supervisorId,
  tokenOf,
  windowId,
  type Persona,
} from './people.ts';

/** A licence of the real catalogue whose guide the story completes. */
export const ITEM_CODE = '511A72020001-511602000000-000-11511301MB051073XA-1-00';

/** Runs a mutation as a persona; a refusal fails the test. */
export async function act<Success extends object>(
  centre: Centre,
  persona: Persona,
  mutation: { readonly name: string; readonly input: object; readonly success: string },
): Promise<Success> {
  return succeed<Success>(centre, { ...mutation, token: await tokenOf(centre, persona) });
}

/** Imports a file by the command line, as an operator would; answers what it printed and its report. */
export async function importFile(centre: Centre, file: string) {
  const root = workspaceRoot(process.cwd());
  const report = join(mkdtempSync(join(tmpdir(), 'onewindow-report-')), 'report.tsv');
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [join(root, 'infra/cli/dist/main.js'), 'import', resolve(root, file), '--report', report],
    {
      env: {
        PATH: process.env['PATH'] ?? '',
        ONEWINDOW_URL: `${centre.gatewayUrl}/graphql`,
        ONEWINDOW_TOKEN: await tokenOf(centre, 'importer'),
      },
      maxBuffer: 1 << 26,
    },
  );
  return { printed: stdout, report: readFileSync(report, 'utf8') };
}

/**
 * Region, centre and catalogue; then the department enters, opens a window and sends its people. Without
 * another catalogue it is what the real one has of this department: all that the stories need of it.
 */
export async function openCentre(
  centre: Centre,
  catalogue = partOfCatalogue(DEPARTMENT_CODE),
): Promise<{ readonly imported: string }> {
  await act(centre, 'importer', {
    name: 'registerRegion',
    input: REGION,
    success: '{ region { id } }',
  });
  // Nothing beside the national notices: clocks are counted by the region's own rule all the same.
  await act(centre, 'importer', {
    name: 'setStandingRule',
    input: { regionId, document: '示例', calendar: { regionalHolidays: [], overrides: [] } },
    success: '{ standingRule { id } }',
  });
  await act(centre, 'importer', {
    name: 'registerCentre',
    input: { ...CENTRE, regionId, level: 'DISTRICT_COUNTY' },
    success: '{ centre { id } }',
  });
  const { printed } = await importFile(centre, catalogue);
  const manage = (name: string, input: object, of: string) =>
    act(centre, 'manager', { name, input, success: `{ ${of} { id } }` });
  await manage('enterDepartment', { departmentId }, 'department');
  const window = {
    number: 'A01',
    name: '市场监管窗口',
    type: 'PERMANENT',
    departmentIds: [departmentId],
  };
  await manage('openWindow', window, 'window');
  for (const [badgeNumber, name] of [
    ['E-001', '示例甲'],
    ['E-002', '示例乙'],
    ['E-003', '示例丙'],
  ] as const) {
    const person = {
      name,
      badgeNumber,
      homeDepartmentId: departmentId,
      rankLevel: 'SECTION_LEVEL',
    };
    await manage('registerStaffMember', { ...person, formallyEmployed: true }, 'staffMember');
  }
  const leader = { departmentId, staffMemberId: supervisorId };
  await manage('nameLeaderInCharge', leader, 'department');
  // Who supervises stands at no window.
  for (const staffMemberId of [officerId, chiefId]) {
    await manage('recordQualification', { staffMemberId, course: '岗前培训' }, 'staffMember');
    await manage('postStaffMember', { staffMemberId, windowId, post: '受理岗' }, 'staffMember');
  }
  await manage('appointChiefRepresentative', { staffMemberId: chiefId }, 'staffMember');
  await manage('registerSeal', { code: 'E2E-SEAL', departmentId }, 'seal');
  await manage('transferSealCustody', { sealId, custodianId: chiefId }, 'seal');
  return { imported: printed };
}

const GUIDE = {
  handlingMode: 'COMMITTED',
  statutoryLimit: { value: 20, unit: 'WORKING_DAYS' },
  committedLimit: { value: 10, unit: 'WORKING_DAYS' },
  handlingBody: '区市监局',
  legalBasis: [{ title: '中华人民共和国行政许可法', article: '第三十二条' }],
  conditions: '符合法定条件的申请人',
  instructions: '到 A01 窗口办理',
  requiredMaterials: [
    { name: '申请表', necessity: 'NECESSARY', type: 'FORM', originals: 1 },
    { name: '身份证明', necessity: 'NECESSARY', type: 'CERTIFICATE', copies: 1 },
  ],
  procedure: [
    { name: '受理', kind: 'ACCEPTANCE', responsiblePost: '受理岗' },
    { name: '决定', kind: 'DECISION', responsiblePost: '首席代表' },
  ],
  results: [{ name: '许可证', kind: 'CERTIFICATE' }],
  chargesFee: false,
  fees: [],
  supervisionChannels: ['中心监督台'],
  consultationPhone: '000-0000000',
  serviceObjects: ['NATURAL_PERSON'],
};

export interface OpenItem {
  readonly id: string;
  readonly materials: readonly string[];
}

/** Completes the item to nine elements, has it reviewed by another, publishes it and brings it into service. */
export async function bringItemIntoService(centre: Centre): Promise<OpenItem> {
  const token = await tokenOf(centre, 'editor');
  const { itemByCode } = await data<{ readonly itemByCode: { readonly id: string } }>(centre, {
    query: 'query ($code: String!) { itemByCode(code: $code) { id } }',
    variables: { code: ITEM_CODE },
    token,
  });
  const { id } = itemByCode;
  const item = (persona: Persona, name: string, input: object = {}) =>
    act<{ readonly item: { readonly requiredMaterials: readonly { readonly id: string }[] } }>(
      centre,
      persona,
      { name, input: { id, ...input }, success: '{ item { requiredMaterials { id } } }' },
    );
  await item('editor', 'reviseItem', { reason: '补全九项内容', changes: GUIDE });
  await item('editor', 'submitItemForReview');
  await item('reviewer', 'reviewItem', { decision: 'CONFIRM', opinion: '同意' });
  await item('editor', 'publishItem');
  // items hears of the centre by event.
  const entered = await eventually(
    () => item('editor', 'enterItem', { centreId }),
    () => true,
  );
  await grantLetters(centre, id);
  return { id, materials: entered.item.requiredMaterials.map((material) => material.id) };
}

/** The officer accepts, handles and issues; the chief representative decides as well. */
async function grantLetters(centre: Centre, itemId: string): Promise<void> {
  const letters = [
    {
      documentNumber: '授〔2026〕1号',
      delegateId: officerId,
      powers: ['ACCEPT', 'HANDLE', 'ISSUE'],
    },
    {
      documentNumber: '授〔2026〕2号',
      delegateId: chiefId,
      powers: ['ACCEPT', 'HANDLE', 'DECIDE', 'ISSUE'],
    },
  ];
  for (const letter of letters) {
    // windows hears of the item by event.
    await eventually(
      () =>
        act(centre, 'manager', {
          name: 'grantAuthorization',
          input: { ...letter, itemIds: [itemId] },
          success: '{ letter { id } }',
        }),
      () => true,
    );
  }
}
