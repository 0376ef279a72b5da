import { randomUUID } from 'node:crypto';
import type { Viewer } from '@onewindow/identity';
import { instant } from '@onewindow/kernel';
import { idFromCode } from '@onewindow/persistence';
import { startOnRealServers, type StartedService } from '@onewindow/service/testing';
import { parseSampleserviceEnvironment } from '../src/environment.ts';
import { createSampleserviceService } from '../src/service.ts';

const staff = (name: string, department = 'here'): Viewer => ({
  id: `login-${name}`,
  kind: 'STAFF',
  scopes: new Set(),
  staffId: idFromCode('staff-member', name),
  region: idFromCode('region', 'here'),
  department: idFromCode('department', department),
});
const opener = staff('opener');
const colleague = staff('colleague');
const stranger = staff('stranger', 'elsewhere');

type Answer = { readonly __typename: string; readonly sampleMatter?: { readonly id: string } };
interface Listed {
  readonly sampleMatters: {
    readonly totalCount: number;
    readonly edges: readonly { readonly node: { readonly id: string; readonly status: string } }[];
  };
}

describe('sample matters', () => {
  let running: StartedService;
  beforeAll(async () => {
    running = await startOnRealServers({
      service: 'sampleservice',
      parse: parseSampleserviceEnvironment,
      create: createSampleserviceService,
      neighbours: [],
      region: idFromCode('region', 'here'),
      at: instant('2026-09-18T09:30:00+08:00'),
    });
  });
  afterAll(() => running.stop());

  const give = async (name: 'Open' | 'Close', input: object, viewer: Viewer): Promise<Answer> => {
    const { answer } = await running.ask<{ readonly answer: Answer }>(
      viewer,
      `mutation ($input: ${name}SampleMatterInput!) {
        answer: ${name.toLowerCase()}SampleMatter(input: $input) {
          __typename
          ... on ${name}SampleMatterSuccess { sampleMatter { id status version outcome availableActions } }
          ... on Rejection { code message }
        }
      }`,
      { input },
    );
    return answer;
  };
  const open = async (title: string) =>
    (await give('Open', { title }, opener)).sampleMatter?.id ?? '';
  const read = (id: string, viewer: Viewer) =>
    running.ask(
      viewer,
      'query ($id: ID!) { sampleMatter(id: $id) { id availableActions actions { name allowed code } } }',
      {
        id,
      },
    );

  it('is opened by one of the staff and closed by another', async () => {
    const sampleMatterId = await open('示例事由');
    expect(await read(sampleMatterId, opener)).toMatchObject({
      sampleMatter: {
        availableActions: [],
        actions: [{ name: 'CLOSE', allowed: false, code: 'SampleMatterNeedsAnotherPerson' }],
      },
    });
    expect(await read(sampleMatterId, colleague)).toMatchObject({
      sampleMatter: {
        availableActions: ['CLOSE'],
        actions: [{ name: 'CLOSE', allowed: true, code: null }],
      },
    });
    const closing = { sampleMatterId, outcome: '已核实', commandId: randomUUID() };
    const closed = {
      __typename: 'CloseSampleMatterSuccess',
      sampleMatter: { status: 'CLOSED', version: 2, outcome: '已核实', availableActions: [] },
    };
    expect(await give('Close', closing, colleague)).toMatchObject(closed);
    // A repetition is answered again and not done again.
    expect(await give('Close', closing, colleague)).toMatchObject(closed);
  });

  it('is not closed by who opened it, nor twice', async () => {
    const sampleMatterId = await open('示例事由');
    const closing = { sampleMatterId, outcome: '已核实' };
    expect(await give('Close', closing, opener)).toMatchObject({
      __typename: 'SampleMatterNeedsAnotherPerson',
    });
    await give('Close', closing, colleague);
    expect(await give('Close', closing, colleague)).toMatchObject({
      __typename: 'NotPermittedInStatus',
    });
  });

  it('is not opened without a title, nor by who belongs to no department', async () => {
    expect(await give('Open', { title: '' }, opener)).toMatchObject({ __typename: 'InvalidInput' });
    const { department: _, ...nowhere } = opener;
    expect(await give('Open', { title: '示例事由' }, nowhere)).toMatchObject({
      __typename: 'NotAuthorized',
    });
  });

  it('is listed for the staff of its department, and does not exist for others', async () => {
    const id = await open('示例事由');
    const list = (viewer: Viewer) =>
      running.ask<Listed>(
        viewer,
        '{ sampleMatters(filter: { statuses: [OPEN] }) { totalCount edges { node { id status } } } }',
      );
    const { sampleMatters: own } = await list(colleague);
    expect(own.edges.map(({ node }) => node)).toContainEqual({ id, status: 'OPEN' });
    expect(own.totalCount).toBe(own.edges.length);
    expect(await list(stranger)).toEqual({ sampleMatters: { totalCount: 0, edges: [] } });
    expect(await read(id, stranger)).toEqual({ sampleMatter: null });
    expect(await give('Close', { sampleMatterId: id, outcome: '已核实' }, stranger)).toMatchObject({
      __typename: 'NotFound',
    });
  });
});
