import type { Scope, ViewerKind } from '@onewindow/identity';
import { COUNTERS, SUPERVISOR } from '../demo/counters.ts';
import type { DemoDepartment } from '../demo/places.ts';

/** Somebody whom anyone at this machine may become: invented, and marked as such wherever the name is shown. */
export interface Persona {
  readonly key: string;
  readonly name: string;
  readonly about: string;
  readonly kind: ViewerKind;
  readonly scopes: readonly Scope[];
  /** An ID number of a division (99) that does not exist, or a credit code with a letter (Z) that is in none. */
  readonly identityNumber?: string;
  readonly department?: DemoDepartment;
  /** Works at the demo centre. */
  readonly atCentre?: boolean;
  /** His badge, from which the staff id follows: of the window staff, or of who only writes and reviews. */
  readonly badge?: string;
  /** The persona who does the same at another window: short lists name that one only. */
  readonly like?: string;
}

const COLLEAGUES: readonly Persona[] = COUNTERS.filter(({ window }) => window !== 'A01').flatMap(
  ({ department, title, officer, chief }): readonly Persona[] => [
    {
      ...officer,
      about: `accepts and hands over at ${title}`,
      kind: 'STAFF',
      scopes: ['cases:handle', 'fees:bill', 'personal:read'],
      department,
      atCentre: true,
      like: 'officer',
    },
    {
      ...chief,
      about: `decides at ${title}, and writes its guides`,
      kind: 'STAFF',
      scopes: ['cases:handle', 'cases:decide', 'personal:read', 'items:edit'],
      department,
      atCentre: true,
      like: 'chief',
    },
  ],
);

export const PERSONAS: readonly Persona[] = [
  {
    key: 'citizen',
    name: '林一舟（演示）',
    about: 'a citizen with cases of her own 办事群众',
    kind: 'NATURAL',
    scopes: [],
    identityNumber: '990000199002300017',
  },
  {
    key: 'neighbour',
    name: '陶二禾（演示）',
    about: 'another citizen, who must not see the first one’s 另一办事群众',
    kind: 'NATURAL',
    scopes: [],
    identityNumber: '990000198502310029',
  },
  {
    key: 'company',
    name: '一窗示例商贸有限公司（演示）',
    about: 'a company 企业法人',
    kind: 'LEGAL',
    scopes: [],
    identityNumber: 'ZDEMO0000000000001',
  },
  {
    key: 'officer',
    name: '窗口人员甲（演示）',
    about: 'accepts and handles cases at the market regulation window 窗口工作人员',
    kind: 'STAFF',
    scopes: ['cases:handle', 'fees:bill', 'personal:read'],
    department: 'market',
    atCentre: true,
    badge: 'D-001',
  },
  {
    key: 'chief',
    name: '首席代表乙（演示）',
    about: 'decides at that window and keeps its seal 首席代表',
    kind: 'STAFF',
    scopes: ['cases:handle', 'cases:decide', 'personal:read'],
    department: 'market',
    atCentre: true,
    badge: 'D-002',
  },
  {
    key: 'leader',
    name: '分管领导一（演示）',
    about: 'leads that department at home: its denials lie before him 分管领导',
    kind: 'STAFF',
    scopes: ['cases:handle'],
    department: 'market',
    badge: 'D-009',
  },
  {
    key: 'editor',
    name: '事项编辑丙（演示）',
    about: 'writes the guides of the market regulation department 事项编辑',
    kind: 'STAFF',
    scopes: ['items:edit'],
    department: 'market',
    atCentre: true,
    badge: 'D-091',
  },
  {
    key: 'reviewer',
    name: '法制审核丁（演示）',
    about: 'reviews items for the legal affairs office 法制审核',
    kind: 'STAFF',
    scopes: ['items:review'],
    department: 'justice',
    badge: 'D-092',
  },
  {
    key: 'manager',
    name: '中心管理戊（演示）',
    about:
      'runs the centre: windows, staff, letters, seals, and the region’s calendar 中心管理人员',
    kind: 'STAFF',
    scopes: ['windows:manage', 'rules:manage', 'cases:centre'],
    atCentre: true,
    badge: 'D-095',
  },
  {
    key: 'publisher',
    name: '公开专人辛未（演示）',
    about: 'writes what the market regulation department discloses 政务公开专人',
    kind: 'STAFF',
    scopes: ['disclosure:edit'],
    department: 'market',
    atCentre: true,
    badge: 'D-096',
  },
  {
    key: 'discloser',
    name: '公开审核壬申（演示）',
    about: 'reviews what that department discloses, and takes back what is public 政务公开审核',
    kind: 'STAFF',
    scopes: ['disclosure:review'],
    department: 'market',
    badge: 'D-097',
  },
  {
    key: 'supervisor',
    name: SUPERVISOR.name,
    about: 'looks at alerts and deals with complaints of the centre 效能监督',
    kind: 'STAFF',
    scopes: ['supervision:handle'],
    atCentre: true,
    badge: SUPERVISOR.badge,
  },
  {
    key: 'region-supervisor',
    name: '区级监督癸酉（演示）',
    about:
      'looks after all centres of the region, and after complaints against their supervisors 区级效能监督',
    kind: 'STAFF',
    scopes: ['supervision:handle'],
    badge: 'D-098',
  },
  {
    key: 'analyst',
    name: '统计分析己（演示）',
    about: 'sees figures and no person 统计分析',
    kind: 'STAFF',
    scopes: ['statistics:read'],
    atCentre: true,
  },
  {
    key: 'operator',
    name: '平台运维庚（演示）',
    about: 'looks after dead letters and the registry 平台运维',
    kind: 'STAFF',
    scopes: ['platform:operate'],
  },
  {
    key: 'importer',
    name: '目录导入服务（演示）',
    about: 'the program that takes the catalogue 目录导入',
    kind: 'SERVICE',
    scopes: ['items:import', 'windows:manage', 'rules:manage'],
  },
  ...COLLEAGUES,
];

/** The token's `sub`, which journals keep as the actor. */
export const subjectOf = (key: string) => `demo:${key}`;

/** The persona with this key or `sub`. */
export const findPersona = (name: string) =>
  PERSONAS.find(({ key }) => name === key || name === subjectOf(key));
