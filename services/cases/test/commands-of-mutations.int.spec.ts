import { createReplica } from '@onewindow/persistence';
import { commandsOf } from '@onewindow/persistence/testing';
import type { StartedService } from '@onewindow/service/testing';
import { createReplicas } from '../src/replicas/create-replicas.ts';
import { factsFromReplicas } from '../src/replicas/facts-from-replicas.ts';
import { ids, report } from './a-case.ts';
import {
  mutation,
  submission,
  submitCase,
  type MutationAnswer,
  signedPaper,
} from './operations.ts';
import { officer, snapshots, startCases } from './running-cases.ts';

/**
 * What a mutation asks of the database, beside one claim of its token's nonce and its share of the note of what was
 * published: the case is read once, all facts by one command, and written by one.
 */
let cases: StartedService;
beforeAll(async () => {
  cases = await startCases();
});
afterAll(async () => {
  await cases.stop();
});

const { superior: _, ...written } = report;
const defects = [{ material: 'm2', reason: '扫描件模糊' }];
const supplement = ['requestSupplement', { materials: ['m2'], defects }] as const;
const accept = ['acceptCase', { rightsInformed: true }] as const;
const suspend = ['suspendCase', { procedure: 'HEARING', toldDays: 5 }] as const;
const approve = ['decideCase', { outcome: 'APPROVED', sealId: ids.seal }] as const;
const deny = ['decideCase', { outcome: 'REJECTED', sealId: ids.seal, report: written }] as const;
const issue = ['issueCertificate', { certificateNumber: 'JY1', inPerson: true }] as const;
const told = { qualifications: 'q', conditions: 'c', procedure: 'p' };

/** A case's way, each step with the commands that it costs. */
const ways = [
  [
    [supplement, 3],
    [['bringMaterials', { materials: ['m3'] }], 3],
    [['submitSupplement', { materials: ['m2'] }], 3],
    [accept, 3],
    [['dispatchCase', { handlerId: ids.officer }], 3],
    [suspend, 3],
    [['resumeCase', {}], 3],
    [approve, 3],
    [issue, 3],
    [['completeCase', {}], 3],
  ],
  [
    [accept, 3],
    [deny, 3],
  ],
  [[['returnCase', { told, report: written, ground: 'NOT_REQUIRED' }], 3]],
  [[['withdrawCase', { paper: signedPaper }], 3]],
] as const;

const costly = async (work: () => Promise<MutationAnswer>) => {
  let answer: MutationAnswer | undefined;
  const commands = await cases.costOf(async () => {
    answer = await work();
  });
  return { answer, commands };
};
const submitted = (matter: string) =>
  costly(
    async () => (await cases.ask(officer, submitCase, { input: { ...submission, matter } })).answer,
  );

it('a submission alone costs four: facts, open applications, the highest number, the case', async () => {
  expect((await submitted('alone')).commands).toBe(4);
});

it.each(ways.map((way) => [way.map(([[name]]) => name).join(', '), way] as const))(
  'a way by %s costs three commands a step',
  async (name, way) => {
    const { answer } = await submitted(name);
    const caseId = answer?.case.id ?? '';
    for (const [[step, input], expected] of way) {
      const { answer, commands } = await costly(
        async () =>
          (await cases.ask(officer, mutation(step), { input: { caseId, ...input } })).answer,
      );
      expect([step, answer?.__typename]).toEqual([
        step,
        `${step.charAt(0).toUpperCase()}${step.slice(1)}Success`,
      ]);
      expect([step, commands]).toEqual([step, expected]);
    }
  },
);

it('what is refused for its status reads and does not write', async () => {
  const { answer } = await submitted('refused');
  const caseId = answer?.case.id ?? '';
  const early = await costly(
    async () => (await cases.ask(officer, mutation('completeCase'), { input: { caseId } })).answer,
  );
  expect(early).toMatchObject({ answer: { __typename: 'NotPermittedInStatus' }, commands: 2 });
});

it('facts that many requests ask for in one turn are one command', async () => {
  const { database } = cases;
  const replicas = createReplicas({
    replica: (name, declaration) => createReplica(database, name, declaration),
  });
  const facts = factsFromReplicas(database, replicas);
  let answers: readonly unknown[] = [];
  const commands = await commandsOf(database, async () => {
    answers = await Promise.all([
      facts.officer(ids.officer, 'a case'),
      facts.officer('nobody'),
      facts.itemAtCentre(ids.item),
      facts.item('unknown'),
      facts.seal(ids.seal),
      facts.leaderInCharge(ids.department),
    ]);
  });
  expect(commands).toEqual(['aggregate']);
  expect(answers).toMatchObject([
    {
      id: ids.officer,
      staff: { window: ids.window },
      letters: [{ id: ids.letter }],
      excluded: null,
    },
    { id: 'nobody', staff: null, letters: [], excluded: null },
    { item: { id: ids.item }, centreCode: snapshots.centre.code },
    null,
    { seal: { id: ids.seal }, keeper: { id: ids.officer } },
    ids.superior,
  ]);
});
