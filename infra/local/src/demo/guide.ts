const NOTE = '（演示指南，非官方内容）';

/** How the demo's items are handled: most within a promise, a few on the spot. */
export interface DemoItem {
  readonly code: string;
  readonly mode: 'COMMITTED' | 'IMMEDIATE';
  readonly days?: number;
}

const suffix = '511602000000-000-11511301MB051073XA-1-00';

/** Items of the market regulation department in the catalogue. */
export const DEMO_ITEMS: readonly DemoItem[] = [
  { code: `511A72020001-${suffix}`, mode: 'COMMITTED', days: 10 },
  { code: `511Z0100300001-${suffix}`, mode: 'COMMITTED', days: 15 },
  { code: `512031001001-${suffix}`, mode: 'COMMITTED', days: 20 },
  { code: `513A0102900001-${suffix}`, mode: 'COMMITTED', days: 3 },
  { code: `513A0102900002-${suffix}`, mode: 'COMMITTED', days: 3 },
  { code: `513A0102900003-${suffix}`, mode: 'COMMITTED', days: 2 },
  { code: `513A0102900004-${suffix}`, mode: 'IMMEDIATE' },
  { code: `511Z31018001-${suffix}`, mode: 'COMMITTED', days: 5 },
  { code: `511Z31018003-${suffix}`, mode: 'COMMITTED', days: 3 },
  { code: `511Z31018004-${suffix}`, mode: 'IMMEDIATE' },
  { code: `511Z31018005-${suffix}`, mode: 'COMMITTED', days: 3 },
  { code: `512031152001-${suffix}`, mode: 'IMMEDIATE' },
];

/** All nine elements that an item makes public (002:165), in words that say they are a demonstration. */
export function guideOf({ mode, days = 5 }: DemoItem) {
  return {
    handlingMode: mode,
    ...(mode === 'COMMITTED'
      ? {
          statutoryLimit: { value: 20, unit: 'WORKING_DAYS' },
          committedLimit: { value: days, unit: 'WORKING_DAYS' },
        }
      : {}),
    handlingBody: `区市监局${NOTE}`,
    legalBasis: [{ title: `中华人民共和国行政许可法${NOTE}`, article: '第三十二条' }],
    conditions: `符合本事项条件的自然人或者法人${NOTE}`,
    instructions: `请携带材料到 A01 窗口办理${NOTE}`,
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
