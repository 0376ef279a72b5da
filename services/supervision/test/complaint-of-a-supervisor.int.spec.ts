import { staffRegistered } from '@onewindow/contracts';
import type { Viewer } from '@onewindow/identity';
import { newId } from '@onewindow/persistence';
import type { StartedService } from '@onewindow/service/testing';
import { ids } from './a-matter.ts';
import { caseEdges, complaintList, mutation, myComplaints, type Answer } from './operations.ts';
import {
  asStaff,
  citizen,
  holds,
  passerBy,
  startWithCase,
  supervisor,
} from './running-supervision.ts';

const elsewhere = { centre: ids.elsewhere, department: ids.elsewhere };
/** Who supervises another centre of the same region. */
const regional = asStaff(ids.investigator, ['supervision:handle'], elsewhere);
const head = asStaff(ids.report, ['cases:centre']);
const others: readonly (readonly [string, Viewer])[] = [
  ['who supervises another region', { ...regional, region: ids.elsewhere }],
  ['who runs another centre', { ...head, centre: ids.elsewhere }],
  ['staff of his department', asStaff(ids.superior, ['cases:handle', 'cases:decide'])],
  ['who runs the centre and is not known', { ...head, staffId: '' }],
];

let running: StartedService;
beforeAll(async () => {
  running = await startWithCase();
  await running.neighbour('windows').tells(staffRegistered, {
    id: ids.supervisor,
    homeDepartment: ids.elsewhere,
    centre: null,
    window: null,
    post: null,
    onPost: false,
    chiefRepresentativeOf: null,
  });
  await holds(running, 'staff', 4);
});
afterAll(() => running.stop());

const give = async (name: string, input: object, viewer: Viewer): Promise<Answer> =>
  (await running.ask(viewer, mutation(name), { input })).answer;
const filed = async (targetId: string): Promise<string> => {
  const input = { caseId: ids.case, targetId, text: '态度粗暴' };
  const { complaint } = await give('fileComplaint', input, citizen);
  return complaint?.id ?? '';
};
const listed = async (viewer: Viewer, complaintId: string) => {
  const { efficiencyComplaints } = await running.ask(viewer, complaintList, { first: 100 });
  return efficiencyComplaints.edges.find(({ node }) => node.id === complaintId)?.node;
};

describe('a complaint against the only supervisor of a centre (ADR 37)', () => {
  it('is on the list of the region’s supervision and of who runs the centre, who deal with it', async () => {
    for (const viewer of [regional, head]) {
      const complaintId = await filed(ids.supervisor);
      expect(await listed(viewer, complaintId)).toMatchObject({
        text: '态度粗暴',
        target: { id: ids.supervisor },
        availableActions: ['ACCEPT', 'TRANSFER'],
      });
      for (const [name, more] of [
        ['acceptComplaint', {}],
        ['assignInvestigator', { investigatorId: ids.investigator }],
      ] as const) {
        const answer = await give(name, { complaintId, ...more }, viewer);
        expect(answer.__typename).toMatch(/Success$/u);
      }
    }
  });

  it('is nothing to himself: neither listed, nor found by id or case, nor to be dealt with', async () => {
    const complaintId = await filed(ids.supervisor);
    expect(await listed(supervisor, complaintId)).toBeUndefined();
    const asRegional = asStaff(ids.supervisor, ['supervision:handle', 'cases:centre'], elsewhere);
    expect(await listed(asRegional, complaintId)).toBeUndefined();
    for (const viewer of [supervisor, asRegional]) {
      expect(await give('acceptComplaint', { complaintId }, viewer)).toMatchObject({
        __typename: 'NotFound',
      });
    }
  });

  it.each(others)('is nothing to %s', async (_, viewer) => {
    const complaintId = await filed(ids.supervisor);
    expect(await listed(viewer, complaintId)).toBeUndefined();
  });

  it('tells a stranger who names somebody not at a window nothing about him', async () => {
    const [named, served] = [await filed(ids.supervisor), await filed(ids.handler)];
    const { myComplaints: mine } = await running.ask(citizen, myComplaints, {});
    const target = (id: string) => mine.edges.find(({ node }) => node.id === id)?.node;
    expect(target(named)).toMatchObject({ target: null });
    expect(target(served)).toMatchObject({ target: { id: ids.handler } });
  });

  it('answers a stranger alike whether he names somebody at no window or nobody at all (有诉必理)', async () => {
    const file = async (targetId: string | null) => {
      const input = { centreId: ids.centre, targetId, text: '态度粗暴' };
      const { complaint, ...answer } = await give('fileComplaint', input, passerBy);
      const { id, ...shown } = complaint ?? { id: '' };
      return { id, said: { ...answer, ...shown } };
    };
    const hidden = await file(ids.supervisor);
    expect(hidden.said).toMatchObject({
      ...{ __typename: 'FileComplaintSuccess', target: null, department: null },
    });
    // Of an old id, one that may be on its way, and none.
    for (const targetId of [ids.report, newId(), null]) {
      const { id, said } = await file(targetId);
      expect(said).toEqual(hidden.said);
      expect(await listed(supervisor, id)).toMatchObject({ target: null, text: '态度粗暴' });
    }
    // Who deals with it sees both, and of who stands at a window everybody does.
    const both = { target: { id: ids.supervisor }, department: { id: ids.elsewhere } };
    expect(await listed(regional, hidden.id)).toMatchObject(both);
    expect((await file(ids.handler)).said).toMatchObject({
      ...{ target: { id: ids.handler }, department: { id: ids.department } },
    });
  });

  it('against who serves at a window stays with the centre', async () => {
    const complaintId = await filed(ids.handler);
    expect(await listed(supervisor, complaintId)).toBeDefined();
    for (const viewer of [regional, head]) {
      expect(await listed(viewer, complaintId)).toBeUndefined();
      expect(await give('acceptComplaint', { complaintId }, viewer)).toMatchObject({
        __typename: 'NotFound',
      });
    }
  });
});

describe('who is asked, and supervises elsewhere', () => {
  it('finds his questions on his list, and not before; by the case he never finds who complains', async () => {
    const complaintId = await filed(ids.supervisor);
    const target = asStaff(ids.supervisor, ['supervision:handle'], elsewhere);
    await give('acceptComplaint', { complaintId }, regional);
    expect(await listed(target, complaintId)).toBeUndefined();
    await give('putQuestions', { complaintId, text: '当日是否在岗?' }, regional);
    for (const viewer of [target, supervisor]) {
      expect(await listed(viewer, complaintId)).toMatchObject({
        questions: [{ text: '当日是否在岗?' }],
        case: null,
        text: null,
        availableActions: ['ANSWER'],
      });
    }
    const references = [{ __typename: 'Case', id: ids.case }];
    const { _entities } = await running.ask(supervisor, caseEdges, { references });
    const found = _entities[0]?.complaints.edges.map(({ node }) => node.id) ?? [];
    expect(found.length).toBeGreaterThan(0);
    expect(found).not.toContain(complaintId);
  });
});
