import { ask, eventually } from '../src/ask.ts';
import { startCentre, type Centre } from '../src/centre.ts';
import { persist, storyOf, type Step } from '../src/one-case.ts';
import { bringItemIntoService, openCentre, type OpenItem } from '../src/opening.ts';
import {
  acknowledgement,
  answeringOf,
  attempt,
  closing,
  complaint,
  endOfStory,
  entriesOf,
  exclusion,
  finish,
  kindsOf,
  leaveUntilOverdue,
  lifting,
  REPLY,
  withAlerts,
} from '../src/overdue-case.ts';
import { tokenOf, type Persona } from '../src/people.ts';

// A centre of eleven processes on a machine that does other things as well.
jest.setTimeout(600_000);

describe('a case that is left until its deadline has passed', () => {
  let centre: Centre;
  let item: OpenItem;
  let id: string;
  let complaintId: string;
  let undisturbed: Awaited<ReturnType<typeof endOfStory>>;

  beforeAll(async () => {
    centre = await startCentre();
    await openCentre(centre);
    item = await bringItemIntoService(centre);
  });
  afterAll(() => centre.stop());

  const seenBy = async (persona: Persona, query: string, variables: object = {}) => {
    const token = await tokenOf(centre, persona);
    return ask<unknown>(centre, { query, variables: { ...variables }, token });
  };
  const dispatch = { name: 'dispatchCase' } as const;

  it('discloses the item when it is published, to everybody (X02)', async () => {
    const query =
      'query ($id: ID!) { item(id: $id) { disclosures { edges { node { status phase } } } } }';
    const entered = { status: 'PUBLISHED_BEFORE', phase: 'BEFORE' };
    await eventually(
      () => ask<unknown>(centre, { query, variables: { id: item.id } }),
      ({ data }) => JSON.stringify(data).includes(JSON.stringify(entered)),
    );
  });

  it('raises an alert for each clock that ran out, for supervision and not for the applicant (X10)', async () => {
    id = await leaveUntilOverdue(centre, item);
    const story = await withAlerts(centre, id);
    expect(story.overdue).toBe(true);
    expect(kindsOf(story.alerts)).toContain('DUE_SOON');
    expect((await storyOf(centre, id, 'citizen')).alerts.edges).toEqual([]);
  });

  it('has an alert verified by a supervisor, not by who handles the case (003:39)', async () => {
    const story = await withAlerts(centre, id);
    const step = acknowledgement(story);
    const forbidden = await seenBy(
      'officer',
      'mutation ($input: AcknowledgeAlertInput!) { acknowledgeAlert(input: $input) { __typename } }',
      { input: step.input },
    );
    expect(forbidden.errors?.[0]?.extensions).toMatchObject({ code: 'FORBIDDEN' });
    await persist(centre, step);
    const { alerts } = await storyOf(centre, id, 'supervisor');
    const verified = alerts.edges.filter(({ node }) => node.status === 'ACKNOWLEDGED');
    expect(verified).toMatchObject([{ node: { acknowledgement: { by: { name: '示例丙' } } } }]);
  });

  it('keeps nobody away for a complaint, but by a supervisor’s decision until that is lifted (X24)', async () => {
    ({ id: complaintId } = await persist(centre, complaint(id)));
    const excluded = await persist(centre, exclusion(id));
    const step = { ...dispatch, input: { caseId: id } };
    const refused = await eventually(
      () => attempt(centre, 'officer', step),
      (answer) => answer?.__typename !== 'DispatchCaseSuccess',
    );
    expect(refused?.__typename).toBe('ExcludedFromCase');
    const query =
      'query ($id: ID!) { caseById(id: $id) { exclusions { edges { node { id reason } } } } }';
    const { data: seen } = await seenBy('chief', query, { id });
    expect(JSON.stringify(seen)).toContain(excluded.id);
    await persist(centre, lifting(excluded.id));
    await eventually(
      () => attempt(centre, 'officer', step),
      (answer) => answer?.__typename === 'DispatchCaseSuccess',
    );
  });

  it('answers the complainant; for the target and for strangers it does not exist', async () => {
    for (const step of answeringOf(complaintId)) await persist(centre, step);
    const own = await seenBy(
      'citizen',
      '{ myComplaints { edges { node { id text reply { text } } } } }',
    );
    expect(JSON.stringify(own.data)).toContain(REPLY);
    const query = 'query ($id: ID!) { efficiencyComplaint(id: $id) { text complainant { name } } }';
    const { data: told } = await seenBy('officer', query, { id: complaintId });
    expect(told).toEqual({ efficiencyComplaint: null });
    const { data: hidden } = await seenBy('neighbour', query, { id: complaintId });
    expect(hidden).toEqual({ efficiencyComplaint: null });
    await persist(centre, closing(complaintId));
  });

  it('ends late, with a certificate that is public and names nobody', async () => {
    await finish(centre, id, (step) => persist(centre, step));
    undisturbed = await endOfStory(centre, id);
    expect(undisturbed).toMatchObject({
      ...{ status: 'COMPLETED', late: true, result: 'PUBLISHED_AFTER' },
      ...{ complaints: ['CLOSED'], disclosures: 1 },
    });
    const { certificate } = await storyOf(centre, id);
    const published = await ask<unknown>(centre, {
      query:
        'query ($search: String!) { disclosureEntries(search: $search) { edges { node { title body } } } }',
      variables: { search: certificate?.number ?? '' },
    });
    expect(JSON.stringify(published.data)).toContain(certificate?.number);
    expect(JSON.stringify(published.data)).not.toContain('示例居民');
  });

  describe('with kills', () => {
    beforeEach(() => {
      centre.moveClock(null);
    });

    async function throughDeath(
      service: 'supervision' | 'disclosure',
      failPoint: string,
      doing: () => Promise<unknown>,
    ) {
      await centre.kill(service);
      await centre.start(service, { ONEWINDOW_FAIL_POINT: failPoint });
      const done = doing();
      await centre.died(service);
      await centre.start(service);
      await done;
    }
    const afterWrite = async (step: Step) => {
      let made = { id: '' };
      await throughDeath('supervision', 'after-write', async () => {
        made = await persist(centre, step);
      });
      return made;
    };
    async function restOf(caseId: string, doing: (step: Step) => Promise<{ readonly id: string }>) {
      await doing(acknowledgement(await withAlerts(centre, caseId, 120_000)));
      const { id: filed } = await doing(complaint(caseId));
      for (const step of [...answeringOf(filed), closing(filed)]) await doing(step);
    }

    it('ends the same when supervision is killed right after its write, at every step', async () => {
      let left = '';
      await throughDeath('supervision', 'after-write', async () => {
        left = await leaveUntilOverdue(centre, item);
      });
      await restOf(left, afterWrite);
      await finish(centre, left, (step) => persist(centre, step));
      expect(await endOfStory(centre, left)).toEqual(undisturbed);
    });

    it('ends the same when an alert and an entry die before their publish is acknowledged', async () => {
      let left = '';
      await throughDeath('supervision', 'before-publish', async () => {
        left = await leaveUntilOverdue(centre, item);
      });
      await restOf(left, (step) => persist(centre, step));
      await throughDeath('disclosure', 'before-publish', () =>
        finish(centre, left, (step) => persist(centre, step)),
      );
      expect(await endOfStory(centre, left)).toEqual(undisturbed);
    });

    it('ends the same when NATS is killed and its store deleted half-way', async () => {
      const left = await leaveUntilOverdue(centre, item);
      await centre.loseBroker();
      await restOf(left, (step) => persist(centre, step));
      await centre.loseBroker();
      await finish(centre, left, (step) => persist(centre, step));
      expect(await endOfStory(centre, left)).toEqual(undisturbed);
      expect(await entriesOf(centre, (await storyOf(centre, left)).certificate?.number ?? '')).toBe(
        1,
      );
    });
  });
});
