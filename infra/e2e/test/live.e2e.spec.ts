import { eventually } from '../src/ask.ts';
import { startCentre, type Centre } from '../src/centre.ts';
import { subscribe, type LiveStream } from '../src/live-stream.ts';
import { certificateOf, persist, stepsOf, submission, type Step } from '../src/one-case.ts';
import { act, bringItemIntoService, openCentre, type OpenItem } from '../src/opening.ts';
import { leaveUntilOverdue } from '../src/overdue-case.ts';
import { tokenOf, type Persona } from '../src/people.ts';

// A centre of eleven processes on a machine that does other things as well.
jest.setTimeout(600_000);

interface Progress {
  readonly caseProgressChanged: {
    readonly status: string;
    readonly receiptNumber: string;
    readonly item: { readonly name: string } | null;
    readonly case: { readonly certificate: { readonly number: string } | null } | null;
  };
}
const FIELDS = '{ status receiptNumber item { name } case { certificate { number } } }';
const byReceipt = `subscription ($receipt: CaseReceipt!) { caseProgressChanged(receipt: $receipt) ${FIELDS} }`;
const byId = `subscription ($caseId: ID!) { caseProgressChanged(caseId: $caseId) ${FIELDS} }`;

describe('what is told live, through the gateway', () => {
  let centre: Centre;
  let item: OpenItem;

  beforeAll(async () => {
    centre = await startCentre();
    await openCentre(centre);
    item = await bringItemIntoService(centre);
  });
  afterAll(() => centre.stop());

  const listen = async <Data>(
    persona: Persona | undefined,
    asked: { readonly query: string; readonly variables?: Record<string, unknown> },
    after?: string,
  ): Promise<LiveStream<Data>> => {
    const token = persona && (await tokenOf(centre, persona));
    return subscribe<Data>(centre, {
      ...asked,
      ...(token !== undefined && { token }),
      ...(after !== undefined && { after }),
    });
  };
  /** Submits a case and answers with what only its applicant was given. */
  const submit = async () => {
    const { persona, name, input } = submission(item, 'citizen');
    const success = '{ case { id receiptNumber } queryCode }';
    const made = await eventually(
      () =>
        act<{
          readonly case: { readonly id: string; readonly receiptNumber: string };
          readonly queryCode: string;
        }>(centre, persona, { name, input, success }),
      () => true,
    );
    const { receiptNumber } = made.case;
    return { id: made.case.id, receipt: { receiptNumber, queryCode: made.queryCode } };
  };
  const statuses = ({ told }: LiveStream<Progress>) =>
    told.map(({ data }) => data.caseProgressChanged.status);
  // Accepted, dispatched, approved, handed over, completed: each as the case was found when it was told, so
  // that the last two may tell the same. Submitted before them, where that is published after one listens.
  const EVENTS = 5;
  const ends = (stream: LiveStream<Progress>) =>
    stream.until(
      (told) =>
        told.length >= EVENTS && told.at(-1)?.data.caseProgressChanged.status === 'COMPLETED',
    );

  it('tells who holds the receipt how far his case is, without an account (S73)', async () => {
    const { id, receipt } = await submit();
    const holder = await listen<Progress>(undefined, { query: byReceipt, variables: { receipt } });
    const officer = await listen<Progress>('officer', { query: byId, variables: { caseId: id } });
    for (const step of stepsOf(id)) await persist(centre, step);
    await Promise.all([ends(holder), ends(officer)]);

    expect([EVENTS, EVENTS + 1]).toContain(statuses(holder).length);
    const { receiptNumber } = receipt;
    const known = { receiptNumber, item: { name: expect.any(String) as string } };
    for (const { data } of holder.told) {
      expect(data.caseProgressChanged).toMatchObject({ ...known, case: null });
    }
    const certificate = { number: expect.any(String) as string };
    expect(officer.told.at(-1)?.data.caseProgressChanged).toMatchObject({
      ...known,
      case: { certificate },
    });
    await Promise.all([holder.stop(), officer.stop()]);
  });

  it('goes on behind the last event without a gap or a double', async () => {
    const { id, receipt } = await submit();
    const asked = { query: byReceipt, variables: { receipt } };
    const whole = await listen<Progress>(undefined, asked);
    const first = await listen<Progress>(undefined, asked);
    const [accept, ...others] = stepsOf(id) as [Step, ...Step[]];
    await persist(centre, accept);
    await first.until((told) => told.length > 0);
    await first.stop();
    for (const step of others) await persist(centre, step);
    const second = await listen<Progress>(undefined, asked, first.told.at(-1)?.extensions?.eventId);
    await ends(whole);
    const ids = (stream: LiveStream<Progress>) =>
      stream.told.map(({ extensions }) => extensions?.eventId);
    // Both as they are at the moment when they have come to the same event.
    let [all, pieces] = [ids(whole), ids(first)];
    await second.until(() => {
      [all, pieces] = [ids(whole), [...ids(first), ...ids(second)]];
      return pieces.length >= EVENTS && pieces.at(-1) === all.at(-1);
    });
    expect(pieces).toEqual(all.slice(all.indexOf(pieces[0])));
    await Promise.all([whole.stop(), second.stop()]);
  });

  it('tells nobody of a case that he may not see', async () => {
    const { id, receipt } = await submit();
    const wrong = { ...receipt, queryCode: 'AAAAAAAAAA' };
    for (const [persona, asked] of [
      ['stranger', { query: byId, variables: { caseId: id } }],
      ['neighbour', { query: byId, variables: { caseId: id } }],
      [undefined, { query: byId, variables: { caseId: id } }],
      ['officer', { query: byReceipt, variables: { receipt: wrong } }],
    ] as const) {
      const stream = await listen<Progress>(persona, asked);
      await stream.until((told) => told.length > 0);
      const [refused] = stream.told;
      expect([persona, refused?.errors?.[0]?.extensions?.['code']]).toEqual([persona, 'NOT_FOUND']);
      await stream.stop();
    }
  });

  it('tells everybody what is disclosed, when a certificate was handed over (X13)', async () => {
    const query =
      'subscription { disclosurePublished(filter: { phase: AFTER }) { certificateNumber department { name } } }';
    const anybody = await listen<{
      readonly disclosurePublished: { readonly certificateNumber: string };
    }>(undefined, { query });
    const { id } = await submit();
    for (const step of stepsOf(id)) await persist(centre, step);
    const published = () => anybody.told.map(({ data }) => data.disclosurePublished);
    // That of a case before it may be told first.
    const certificateNumber = certificateOf(id);
    await anybody.until(() => published().some((it) => it.certificateNumber === certificateNumber));
    expect(published()).toContainEqual({ certificateNumber, department: { name: '区市监局' } });
    await anybody.stop();
  });

  it('tells supervision of an alert as it is raised, and nobody else (X09)', async () => {
    const query =
      'subscription { alertRaised(filter: { levels: [YELLOW_CARD] }) { kind level case { id receiptNumber } } }';
    type Raised = {
      readonly alertRaised: { readonly kind: string; readonly case: { id: string } };
    };
    const supervisor = await listen<Raised>('supervisor', { query });
    const others = await Promise.all(
      (['stranger', 'citizen', undefined] as const).map((who) => listen<Raised>(who, { query })),
    );
    const id = await leaveUntilOverdue(centre, item);
    await supervisor.until(
      (told) => told.filter(({ data }) => data.alertRaised.case.id === id).length >= 2,
    );
    for (const { data } of supervisor.told) {
      expect(data.alertRaised).toMatchObject({
        ...{ kind: 'OVERDUE', level: 'YELLOW_CARD' },
        case: { receiptNumber: expect.any(String) as string },
      });
    }
    const heard = others.flatMap(({ told }) => told).filter(({ errors }) => errors === undefined);
    expect(heard).toEqual([]);
    await Promise.all([supervisor, ...others].map((stream) => stream.stop()));
  });
});
