import type { Viewer } from '@onewindow/identity';
import { connectStreamFollower } from '@onewindow/messaging';
import { query, type StartedService } from '@onewindow/service/testing';
import { ids } from './a-case.ts';
import { mutation, type CaseRow, type MutationAnswer, signedPaper } from './operations.ts';
import {
  asStaff,
  officer,
  startCases,
  submitAnother,
  submitHundredCases,
} from './running-cases.ts';

let cases: StartedService;
let all: readonly MutationAnswer[] = [];
beforeAll(async () => {
  cases = await startCases();
  all = await submitHundredCases(cases);
});
afterAll(async () => {
  await cases.stop();
});

interface Progress {
  readonly caseId: string;
  readonly receiptNumber: string;
  readonly queryCode: null;
  readonly case: { readonly id: string } | null;
}
const entities = query<{
  readonly _entities: readonly (Progress | null)[];
}>(`query ($references: [_Any!]!) { _entities(representations: $references) {
  ... on CaseProgress { caseId receiptNumber queryCode status case { id receiptNumber } item { id } }
} }`);
const byId = ({ case: { id } }: MutationAnswer) => ({ __typename: 'CaseProgress', caseId: id });
const byReceipt = ({ case: { receiptNumber }, queryCode }: MutationAnswer) => ({
  __typename: 'CaseProgress',
  receiptNumber,
  queryCode,
});
const progressFor = async (viewer: Viewer, ...references: readonly object[]) =>
  (await cases.ask(viewer, entities, { references }))._entities;

const nobody: Viewer = { id: 'anonymous:1', kind: 'ANONYMOUS', scopes: new Set() };
const one = () => all[0] as MutationAnswer;
const applicantOf = async ({ case: { id } }: MutationAnswer): Promise<Viewer> => {
  const row = await cases.database.collection<CaseRow>('cases').findOne({ _id: id });
  const identityIndex = row?.personal.index.identity ?? '';
  return { id: 'citizen', kind: 'NATURAL', scopes: new Set(), identityIndex };
};

describe('the progress of a case by its id', () => {
  it('is there for who may see the case, and the case with it', async () => {
    const { id, receiptNumber } = one().case;
    const expected = { caseId: id, receiptNumber, queryCode: null, case: { id } };
    for (const viewer of [officer, await applicantOf(one())]) {
      expect(await progressFor(viewer, byId(one()))).toMatchObject([expected]);
    }
  });

  it.each([
    ['another citizen', { ...nobody, kind: 'NATURAL', identityIndex: 'another' } as const],
    ['nobody known', nobody],
    ['an officer of another department', asStaff(['cases:handle'], { department: ids.region })],
    ['staff without a scope for cases', asStaff(['items:edit'])],
  ])('is null for %s, as the case is', async (_, viewer) => {
    const asCase = { __typename: 'Case', id: one().case.id };
    expect(await progressFor(viewer, byId(one()), asCase)).toEqual([null, null]);
  });

  it('is null from when somebody was moved to another department', async () => {
    const moved = { ...officer, department: ids.region };
    expect(await progressFor(officer, byId(one()))).not.toEqual([null]);
    expect(await progressFor(moved, byId(one()))).toEqual([null]);
  });

  it('is null where there is no such case', async () => {
    const reference = { __typename: 'CaseProgress', caseId: ids.region };
    expect(await progressFor(officer, reference)).toEqual([null]);
  });
});

describe('the progress of a case by its receipt', () => {
  it('is there for whoever holds the query code, without what only others may see', async () => {
    const { id, receiptNumber } = one().case;
    const expected = { caseId: id, receiptNumber, queryCode: null, case: null };
    expect(await progressFor(nobody, byReceipt(one()))).toMatchObject([expected]);
    expect(await progressFor(officer, byReceipt(one()))).toMatchObject([{ case: { id } }]);
  });

  it('is null with the code of another case, a wrong one, and without one', async () => {
    const [first, second] = all as [MutationAnswer, MutationAnswer];
    const references = [second.queryCode, 'AAAAAAAAAA', '', null].map((queryCode) => ({
      ...byReceipt(first),
      queryCode,
    }));
    expect(await progressFor(officer, ...references)).toEqual([null, null, null, null]);
  });

  it('is null for a number that was never given', async () => {
    const reference = { ...byReceipt(one()), receiptNumber: '4501020001-20260918-99999' };
    expect(await progressFor(nobody, reference)).toEqual([null]);
  });
});

describe('one _entities fetch', () => {
  it.each([1, 10, 100])('of %i by id and as many by receipt costs two commands', async (count) => {
    const some = all.slice(0, count);
    let seen: readonly (string | undefined)[] = [];
    const ask = async () => {
      const progress = await progressFor(officer, ...some.map(byId), ...some.map(byReceipt));
      seen = progress.map((found) => found?.caseId);
    };
    expect(await cases.costOf(ask)).toBe(2);
    const expected = some.map((answer) => answer.case.id);
    expect(seen).toEqual([...expected, ...expected]);
  });
});

it('is told of by an event about the case each time that something has happened to it', async () => {
  const follower = await connectStreamFollower({ url: cases.nats.url, name: 'spec' });
  const after = await follower.now('cases');
  const answer = await submitAnother(cases, 1_000);
  const caseId = answer.case.id;
  await cases.ask(officer, mutation('acceptCase'), { input: { caseId, rightsInformed: true } });
  await cases.ask(officer, mutation('withdrawCase'), { input: { caseId, paper: signedPaper } });
  const told: string[] = [];
  const events = ['onewindow.cases.case.*.v1'];
  for await (const event of follower.follow({
    events,
    after,
    signal: AbortSignal.timeout(100_000),
  })) {
    const { subject, type } = event.envelope;
    told.push(type);
    const byItsSubject = { __typename: 'CaseProgress', caseId: subject };
    const progress = await progressFor(officer, byItsSubject, byReceipt(answer));
    expect(progress).toMatchObject([{ caseId }, { caseId }]);
    if (type.includes('withdrawn')) break;
  }
  await follower.close();
  expect(told.map((type) => type.split('.')[3])).toEqual([
    ...['submitted', 'accepted', 'dispatched', 'withdrawn'],
  ]);
});
