import type { Viewer } from '@onewindow/identity';
import {
  fieldsBelow,
  isShownNowhere,
  shownAlone,
  type StartedService,
} from '@onewindow/service/testing';
import { caseKind } from '../src/case/case.kind.ts';
import { typeDefs } from '../src/graphql/type-defs.generated.ts';
import { ids, report } from './a-case.ts';
import { mutation, signedPaper, submission, submitCase, type CaseRow } from './operations.ts';
import { asStaff, officer, startCases } from './running-cases.ts';

let cases: StartedService;
const made: string[] = [];
beforeAll(async () => {
  cases = await startCases();
  const { superior: _, ...written } = report;
  const ways = [
    [],
    [['requestSupplement', { materials: ['m2'], defects: [{ material: 'm2', reason: '模糊' }] }]],
    [
      ['acceptCase', { rightsInformed: true }],
      ['suspendCase', { procedure: 'HEARING', toldDays: 5 }],
    ],
    [
      ['acceptCase', { rightsInformed: true }],
      ['decideCase', { outcome: 'APPROVED', sealId: ids.seal }],
      ['issueCertificate', { certificateNumber: 'JY1', inPerson: true }],
    ],
    [
      ['acceptCase', { rightsInformed: true }],
      ['decideCase', { outcome: 'REJECTED', sealId: ids.seal, report: written }],
    ],
    [['withdrawCase', { paper: signedPaper }]],
  ] as const;
  for (const [matter, way] of ways.entries()) {
    const input = { ...submission, matter: matter.toString() };
    const { answer } = await cases.ask(officer, submitCase, { input });
    made.push(answer.case.id);
    for (const [name, more] of way) {
      const given = { caseId: answer.case.id, ...more };
      const { answer: done } = await cases.ask(officer, mutation(name), { input: given });
      expect(done.__typename).toMatch(/Success$/);
    }
  }
});
afterAll(() => cases.stop());

const citizen = async (): Promise<Viewer> => {
  const row = await cases.database.collection<CaseRow>('cases').findOne({ _id: made[0] ?? '' });
  const identityIndex = row?.personal.index.identity ?? '';
  return { id: 'citizen', kind: 'NATURAL', scopes: new Set(), identityIndex };
};

/** Everybody by whom sight and rights differ: who may see all of it, some of it, and nothing. */
const viewers: readonly Viewer[] = [
  officer,
  asStaff(['cases:handle', 'cases:decide', 'personal:read']),
  asStaff(['supervision:handle', 'personal:read'], { department: ids.region }),
  asStaff(['cases:handle'], { department: ids.region, centre: ids.region }),
];

/** Which fields showed something: so that not all is compared with nothing. */
const seen: string[] = [];

describe('of a case', () => {
  it.each(fieldsBelow(typeDefs, 'Case'))(
    '$field alone shows what it shows when all of a case is read',
    async ({ field, selection }) => {
      const asked = { type: 'Case', ids: made, viewers: [...viewers, await citizen()], selection };
      const { alone, ofAll } = await shownAlone(cases, caseKind, asked);
      expect(alone).toEqual(ofAll);
      if (!isShownNowhere(alone, field)) seen.push(field);
    },
  );

  it('nearly every field shows something here', () => {
    expect(seen.length).toBeGreaterThanOrEqual(24);
  });
});
