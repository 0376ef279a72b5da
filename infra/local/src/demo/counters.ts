import type { DemoDepartment } from './places.ts';

interface AtCounter {
  readonly key: string;
  readonly badge: string;
  readonly name: string;
}

/** A window with the people of one department, and what is usual there. */
export interface Counter {
  readonly department: DemoDepartment;
  readonly window: string;
  readonly title: string;
  readonly officer: AtCounter;
  readonly chief: AtCounter;
  /** Leads the department at home: denials are reported to him (000:14). He is at no window; that of A01 is a persona. */
  readonly leader: Pick<AtCounter, 'badge' | 'name'>;
  /** Code of the department's approval seal, which the chief keeps. */
  readonly seal: string;
  /** The officer accepts and hands over; handling is the chief's to give. */
  readonly acceptsOnly: boolean;
  /** How many of the applicants are companies. */
  readonly companies: number;
  /** At least and at most so many stand there and wait. */
  readonly waiting: readonly [fewest: number, most: number];
}

export const COUNTERS: readonly Counter[] = [
  {
    department: 'market',
    window: 'A01',
    title: 'the market regulation window 市场监管窗口',
    officer: { key: 'officer', badge: 'D-001', name: '窗口人员甲（演示）' },
    chief: { key: 'chief', badge: 'D-002', name: '首席代表乙（演示）' },
    leader: { badge: 'D-009', name: '分管领导一（演示）' },
    seal: 'DEMO-SEAL-01',
    acceptsOnly: false,
    companies: 0.7,
    waiting: [9, 13],
  },
  {
    department: 'labour',
    window: 'A02',
    title: 'the social security window 人社窗口',
    officer: { key: 'labour-officer', badge: 'D-101', name: '窗口人员辛（演示）' },
    chief: { key: 'labour-chief', badge: 'D-102', name: '首席代表壬（演示）' },
    leader: { badge: 'D-109', name: '分管领导二（演示）' },
    seal: 'DEMO-SEAL-02',
    acceptsOnly: true,
    companies: 0.2,
    waiting: [0, 0],
  },
  {
    department: 'police',
    window: 'A03',
    title: 'the public security window 公安窗口',
    officer: { key: 'police-officer', badge: 'D-201', name: '窗口人员癸（演示）' },
    chief: { key: 'police-chief', badge: 'D-202', name: '首席代表子（演示）' },
    leader: { badge: 'D-209', name: '分管领导三（演示）' },
    seal: 'DEMO-SEAL-03',
    acceptsOnly: false,
    companies: 0.15,
    waiting: [5, 7],
  },
  {
    department: 'housing',
    window: 'B01',
    title: 'the construction window 建设窗口',
    officer: { key: 'housing-officer', badge: 'D-301', name: '窗口人员丑（演示）' },
    chief: { key: 'housing-chief', badge: 'D-302', name: '首席代表寅（演示）' },
    leader: { badge: 'D-309', name: '分管领导四（演示）' },
    seal: 'DEMO-SEAL-04',
    acceptsOnly: false,
    companies: 0.8,
    waiting: [0, 0],
  },
];

/** Looks after how all of them work, from a department that has no counter (003:39). */
export const SUPERVISOR = {
  badge: 'D-901',
  name: '效能监督卯（演示）',
  department: 'justice',
} as const satisfies Pick<AtCounter, 'badge' | 'name'> & { readonly department: DemoDepartment };
