import { COUNTERS } from './counters.ts';
import { DEPARTMENTS, type DemoDepartment } from './places.ts';

const NOTE = '（演示指南，非官方内容）';

/** How the demo's items are handled: most within a promise, a few on the spot. */
export interface DemoItem {
  readonly code: string;
  readonly department: DemoDepartment;
  readonly mode: 'COMMITTED' | 'IMMEDIATE';
  readonly days?: number;
  /** How much it is in demand, compared with the others. */
  readonly weight: number;
}

const REGION = '511602000000-000';
const committed = (days: number, weight: number) => ({ mode: 'COMMITTED', days, weight }) as const;
const onTheSpot = (weight: number) => ({ mode: 'IMMEDIATE', weight }) as const;

const items = (
  department: DemoDepartment,
  rows: readonly (readonly [code: string, how: Omit<DemoItem, 'code' | 'department'>])[],
): readonly DemoItem[] => rows.map(([code, how]) => ({ code, department, ...how }));

const market = `${REGION}-11511301MB051073XA-1-00`;
const police = `${REGION}-1151130000877869M-1-00`;
const housing = `${REGION}-11511301008778255F-1-00`;

/** Items in the catalogue that are in service at the demo centre. */
export const DEMO_ITEMS: readonly DemoItem[] = [
  ...items('market', [
    [`511A72020001-${market}`, committed(10, 1)],
    [`511Z0100300001-${market}`, committed(15, 1)],
    [`512031001001-${market}`, committed(20, 2)],
    [`513A0102900001-${market}`, committed(3, 16)],
    [`513A0102900002-${market}`, committed(3, 8)],
    [`513A0102900003-${market}`, committed(2, 5)],
    [`513A0102900004-${market}`, onTheSpot(4)],
    [`511Z31018001-${market}`, committed(5, 6)],
    [`511Z31018003-${market}`, committed(3, 3)],
    [`511Z31018004-${market}`, onTheSpot(2)],
    [`511Z31018005-${market}`, committed(3, 2)],
    [`512031152001-${market}`, onTheSpot(3)],
  ]),
  // Social security card, its replacement, unemployment, insurance of staff, a loan for founders.
  ...items('labour', [
    [`512B0070200003-${REGION}-1151130108778239R-1-00`, onTheSpot(14)],
    [`512B0070200006-${REGION}-1151130108778239R-1-00`, onTheSpot(8)],
    [`512B0066800002-${REGION}-1151130108778239R-1-00`, committed(5, 6)],
    [`512B0067900008-${REGION}-1151130108778239R-1-00`, committed(3, 4)],
    [`512B0066700004-${REGION}-1151130108778239R-1-00`, committed(15, 2)],
  ]),
  // Identity card, certificate of no criminal record, licence of a hotel.
  ...items('police', [
    [`513A0011200068-${police}`, committed(15, 12)],
    [`513A0116800003-${police}`, committed(3, 9)],
    [`511A0146000000-${police}`, committed(10, 2)],
  ]),
  // Building permit, fire safety design, public rental housing.
  ...items('housing', [
    [`511A0126300000-${housing}`, committed(5, 5)],
    [`511A17023002-${housing}`, committed(10, 2)],
    [`51201700200003-${housing}`, committed(15, 3)],
  ]),
];

/** All nine elements that an item makes public (002:165), in words that say they are a demonstration. */
export function guideOf({ mode, department, days = 5 }: DemoItem) {
  const { name } = DEPARTMENTS[department];
  const window = COUNTERS.find((counter) => counter.department === department)?.window ?? '';
  return {
    handlingMode: mode,
    ...(mode === 'COMMITTED'
      ? {
          statutoryLimit: { value: 20, unit: 'WORKING_DAYS' },
          committedLimit: { value: days, unit: 'WORKING_DAYS' },
        }
      : {}),
    handlingBody: `${name}${NOTE}`,
    legalBasis: [{ title: `中华人民共和国行政许可法${NOTE}`, article: '第三十二条' }],
    conditions: `符合本事项条件的自然人或者法人${NOTE}`,
    instructions: `请携带材料到 ${window} 窗口办理${NOTE}`,
    requiredMaterials: [
      {
        name: '申请表（演示）',
        necessity: 'NECESSARY',
        type: 'FORM',
        form: 'EITHER',
        originals: 1,
      },
      { name: '身份证明（演示）', necessity: 'NECESSARY', type: 'CERTIFICATE', copies: 1 },
    ],
    procedure: [
      { name: '受理', kind: 'ACCEPTANCE', responsiblePost: '受理岗' },
      { name: '决定', kind: 'DECISION', responsiblePost: '首席代表' },
      { name: '送达', kind: 'DELIVERY', responsiblePost: '受理岗' },
    ],
    results: [{ name: '办理结果通知书（演示）', kind: 'APPROVAL_DOCUMENT' }],
    chargesFee: false,
    fees: [],
    supervisionChannels: [`中心监督台${NOTE}`],
    consultationPhone: '000-0000000',
    serviceObjects: ['NATURAL_PERSON', 'ENTERPRISE'],
  };
}
