import type { Viewer } from '@onewindow/identity';
import { query, type StartedService } from '@onewindow/service/testing';
import { friday, ids, report } from './a-case.ts';
import { applicant, mutation, submission, submitCase } from './operations.ts';
import { asStaff, officer, startCases } from './running-cases.ts';

const reportedDenials = query<{ readonly _entities: readonly unknown[] }>(
  `query ($keys: [_Any!]!) { _entities(representations: $keys) {
    ... on ReportedDenial { situation reasons told { procedure } } } }`,
);

let cases: StartedService;
let denied = '';
beforeAll(async () => {
  cases = await startCases();
  const submitted = await cases.ask(officer, submitCase, {
    input: { ...submission, matter: 'denied' },
  });
  denied = submitted.answer.case.id;
  const { superior: _, ...written } = report;
  for (const [name, input] of [
    ['acceptCase', { caseId: denied, rightsInformed: true }],
    ['decideCase', { caseId: denied, outcome: 'REJECTED', sealId: ids.seal, report: written }],
  ] as const) {
    await cases.ask(officer, mutation(name), { input });
  }
});
afterAll(() => cases.stop());

const seenBy = async (viewer: Viewer, key = `${denied}:${friday}`): Promise<unknown> => {
  const keys = [{ __typename: 'ReportedDenial', id: key }];
  return (await cases.ask(viewer, reportedDenials, { keys }))._entities[0];
};
const told = { situation: report.situation, reasons: report.reasons, told: null };
/** The leader in charge: no scope, and no other department's claim than his own. */
const leader = asStaff([], { id: 'leader', staffId: ids.superior });
const elsewhere = { centre: ids.region };
const applying: Viewer = {
  id: 'citizen',
  kind: 'NATURAL',
  scopes: new Set(),
  identityIndex: applicant.identityNumber,
};

describe('what was reported of a denial (000:14)', () => {
  it.each<[string, Viewer]>([
    ['the leader in charge to whom it was reported', leader],
    ['who reported it, also when he handles no cases any more', asStaff([])],
    [
      'who supervises the centre',
      asStaff(['supervision:handle'], { id: 'supervisor', staffId: ids.letter }),
    ],
  ])('is read by %s', async (_, viewer) => {
    expect(await seenBy(viewer)).toEqual(told);
  });

  it.each<[string, Viewer]>([
    ['another member of staff', asStaff(['cases:handle'], { id: 'other', staffId: ids.letter })],
    ['who runs the centre', asStaff(['cases:centre'], { id: 'other', staffId: ids.letter })],
    [
      'supervision of another centre',
      asStaff(['supervision:handle'], { ...elsewhere, id: 'other', staffId: ids.letter }),
    ],
    ['staff of whom nobody knows who they are', { ...leader, staffId: undefined } as never],
    ['the applicant, who reads it of his case', applying],
  ])('is not read by %s', async (_, viewer) => {
    expect(await seenBy(viewer)).toBeNull();
  });

  it('is nothing of a key that names no denial', async () => {
    for (const key of [
      '',
      ':',
      denied,
      `${denied}:`,
      `${denied}:2026-01-01`,
      `${ids.item}:${friday}`,
    ]) {
      expect(await seenBy(leader, key)).toBeNull();
    }
  });

  it('costs one command for a page of reports', async () => {
    const keys = Array.from({ length: 20 }, (_, day) => ({
      __typename: 'ReportedDenial',
      id: `${denied}:${day === 0 ? friday : `2026-01-${day.toString()}`}`,
    }));
    const ask = async () => {
      await cases.ask(leader, reportedDenials, { keys });
    };
    expect(await cases.costOf(ask)).toBe(1);
  });
});
