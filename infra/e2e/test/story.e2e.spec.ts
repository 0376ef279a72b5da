import { ask, data, eventually } from '../src/ask.ts';
import { WHOLE_CATALOGUE } from '../src/catalogue.ts';
import { startCentre, type Centre } from '../src/centre.ts';
import { persist, stepsOf, storyOf, submission } from '../src/one-case.ts';
import { bringItemIntoService, importFile, openCentre, type OpenItem } from '../src/opening.ts';
import { sealId, tokenOf, type Persona } from '../src/people.ts';

// A centre of eleven processes on a machine that does other things as well.
jest.setTimeout(600_000);

describe('from the catalogue to a certificate, through the gateway', () => {
  let centre: Centre;
  let item: OpenItem;
  let imported: string;
  let own: string;

  beforeAll(async () => {
    centre = await startCentre();
    ({ imported } = await openCentre(centre, WHOLE_CATALOGUE));
    item = await bringItemIntoService(centre);
  });
  afterAll(() => centre.stop());

  const seenBy = async (persona: Persona, query: string, variables: object = {}) =>
    ask<Record<string, unknown>>(centre, {
      query,
      variables: { ...variables },
      token: await tokenOf(centre, persona),
    });

  it('imports the whole catalogue of 421 items, and a second time changes nothing', async () => {
    expect(imported).toMatch(/^421 rows: taken 421, changed 0, unchanged 0, refused 0$/m);
    const again = await importFile(centre, WHOLE_CATALOGUE);
    expect(again.printed).toMatch(/^421 rows: taken 0, changed 0, unchanged 421, refused 0$/m);
  });

  it('takes the national format as well', async () => {
    const { printed } = await importFile(centre, 'infra/local/data/national-item-450721.json');
    expect(printed).toMatch(/^1 rows: taken 1,/m);
  });

  it('takes an application through acceptance, decision and certificate to its end', async () => {
    ({ id: own } = await persist(centre, submission(item, 'citizen')));
    for (const step of stepsOf(own)) await persist(centre, step);
    expect(await storyOf(centre, own)).toMatchObject({
      status: 'COMPLETED',
      kind: 'COMMITTED',
      item: {
        committedLimit: { value: 10, unit: 'WORKING_DAYS' },
        department: { name: '区市监局' },
      },
      window: { number: 'A01', centre: { name: '示例区政务服务中心' } },
      handler: { homeDepartment: { name: '区市监局' } },
      decision: {
        outcome: 'APPROVED',
        late: false,
        decidedBy: { name: '示例乙' },
        seal: { code: 'E2E-SEAL' },
      },
      certificate: { number: expect.any(String) as string },
    });
  });

  it('explains each deadline: rule, calendar, and every day with why it counts', async () => {
    const { deadlines } = await storyOf(centre, own);
    const committed = deadlines.find(({ clock }) => clock === 'COMMITTED');
    expect(committed?.ledger.filter(({ counts }) => counts)).toHaveLength(10);
    expect(committed).toMatchObject({ state: 'MET', provisional: expect.any(Boolean) as boolean });
  });

  it('records the use of the seal from the decision, once (X14)', async () => {
    const uses = () =>
      seenBy(
        'manager',
        `{ approvalSeal(id: "${sealId}") { uses { edges { node { usedBy { name } case { id } } } } } }`,
      );
    const { data: answered } = await eventually(uses, ({ data: seal }) =>
      JSON.stringify(seal).includes(own),
    );
    expect(JSON.stringify(answered).split(own)).toHaveLength(2);
  });

  it('shows a citizen his own case, and another’s by no path: root, list, entity or edge', async () => {
    const { id: other } = await persist(centre, submission(item, 'neighbour'));
    const root = 'query ($id: ID!) { caseById(id: $id) { id applicant { name } } }';
    expect((await seenBy('citizen', root, { id: own })).data).toMatchObject({
      caseById: { id: own, applicant: { name: '示例居民' } },
    });
    for (const persona of ['citizen', 'stranger'] as const) {
      expect((await seenBy(persona, root, { id: other })).data).toEqual({ caseById: null });
    }
    const list = await seenBy('citizen', '{ myCases { totalCount edges { node { id } } } }');
    expect(list.data).toEqual({ myCases: { totalCount: 1, edges: [{ node: { id: own } }] } });
    const edge = await seenBy(
      'citizen',
      'query ($id: ID!) { item(id: $id) { cases { edges { node { id } } } } }',
      { id: item.id },
    );
    expect(JSON.stringify(edge.data)).toContain(own);
    expect(JSON.stringify(edge.data)).not.toContain(other);
    // The way from another subgraph: seal use → case, resolved by `_entities` for this very viewer.
    const anonymous = await ask<unknown>(centre, { query: root, variables: { id: other } });
    expect(JSON.stringify(anonymous)).not.toContain(other);
  });

  it('tells staff no personal data without the scope for it', async () => {
    const { data: seen } = await seenBy(
      'officer',
      'query ($id: ID!) { caseById(id: $id) { id applicant { name } } }',
      { id: own },
    );
    expect(seen).toEqual({ caseById: { id: own, applicant: null } });
  });

  it('refuses to accept the same receipt of materials twice', async () => {
    const query =
      'mutation ($input: AcceptCaseInput!) { acceptCase(input: $input) { __typename ... on NotPermittedInStatus { status rule } } }';
    const { data: answered } = await seenBy('officer', query, {
      input: { caseId: own, rightsInformed: true },
    });
    expect(answered).toMatchObject({
      acceptCase: { __typename: 'NotPermittedInStatus', status: 'COMPLETED' },
    });
  });

  it('nulls only its own fields when a subgraph is down', async () => {
    await centre.kill('windows');
    const query =
      'query ($id: ID!) { caseById(id: $id) { status item { name } window { number } handler { name } } }';
    const answer = await seenBy('chief', query, { id: own });
    expect(answer.data).toMatchObject({
      caseById: { status: 'COMPLETED', item: { name: expect.any(String) as string } },
    });
    expect(JSON.stringify(answer.errors)).toContain('windows');
    await centre.start('windows');
    await eventually(
      () => seenBy('chief', query, { id: own }),
      ({ errors }) => errors === undefined,
    );
  });

  it('marks a case overdue once, also when the service was down at the moment', async () => {
    const { id } = await persist(centre, submission(item, 'citizen'));
    const [accept] = stepsOf(id);
    if (accept) await persist(centre, accept);
    await centre.kill('cases');
    centre.moveClock(new Date(Date.now() + 60 * 86_400_000).toISOString());
    await centre.start('cases');
    const history =
      'query ($id: ID!) { caseById(id: $id) { overdue deadlines { clock state } history { type } } }';
    interface Late {
      readonly overdue: boolean;
      readonly deadlines: readonly { readonly clock: string; readonly state: string }[];
      readonly history: readonly { readonly type: string }[];
    }
    const late = async () =>
      ((await seenBy('chief', history, { id })).data as { readonly caseById: Late }).caseById;
    const entriesOf = ({ history: entries }: Late) =>
      entries.filter(({ type }) => type.includes('Overdue'));
    // The sweep writes it; a read before that shows it already.
    expect((await late()).overdue).toBe(true);
    const written = await eventually(late, (found) => entriesOf(found).length > 0);
    const clocks = written.deadlines.filter(({ state }) => state === 'OVERDUE');
    expect(clocks.map(({ clock }) => clock).sort()).toEqual(['COMMITTED', 'DECISION']);
    expect(entriesOf(written)).toHaveLength(clocks.length);
    await centre.kill('cases');
    await centre.start('cases');
    expect(entriesOf(await late())).toHaveLength(clocks.length);
    centre.moveClock(null);
  });

  it('asks for a token that is good: a forged one is no anonymous caller', async () => {
    const answer = await ask<unknown>(centre, { query: '{ __typename }', token: 'forged' });
    expect(answer.status).toBe(401);
    expect(await data(centre, { query: '{ __typename }' })).toEqual({ __typename: 'Query' });
  });
});
