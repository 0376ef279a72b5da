import { ask, eventually } from '../src/ask.ts';
import { startCentre, type Centre } from '../src/centre.ts';
import { persist, stepsOf, storyOf, submission, type Step } from '../src/one-case.ts';
import { bringItemIntoService, openCentre, type OpenItem } from '../src/opening.ts';
import { sealId, tokenOf } from '../src/people.ts';

/** What must be the same whoever was killed: all but identities and moments. */
async function endState(centre: Centre, id: string) {
  const { status, item: found, deadlines } = await storyOf(centre, id);
  // What is public of the item grows with each case.
  const { disclosures: _, ...item } = found;
  const clocks = deadlines.map(({ clock, state, ledger }) => ({
    clock,
    state,
    days: ledger.length,
  }));
  return { status, item, clocks };
}

/** The seal uses of a case, as windows recorded them from the decision's event. */
async function sealUsesOf(centre: Centre, id: string): Promise<number> {
  const { data } = await ask<unknown>(centre, {
    query:
      'query ($id: ID!) { approvalSeal(id: $id) { uses(first: 100) { edges { node { case { id } } } } } }',
    variables: { id: sealId },
    token: await tokenOf(centre, 'manager'),
  });
  return JSON.stringify(data).split(id).length - 1;
}

// A centre of eleven processes on a machine that does other things as well.
jest.setTimeout(600_000);

describe('the same story with kills', () => {
  let centre: Centre;
  let item: OpenItem;
  let undisturbed: Awaited<ReturnType<typeof endState>>;

  beforeAll(async () => {
    centre = await startCentre();
    await openCentre(centre);
    item = await bringItemIntoService(centre);
    const { id } = await persist(centre, submission(item, 'citizen'));
    for (const step of stepsOf(id)) await persist(centre, step);
    undisturbed = await endState(centre, id);
  });
  afterAll(() => centre.stop());

  /** The service dies with SIGKILL at the fail point of its next write; a fresh one takes its place. */
  async function persistThroughDeath(failPoint: string, step: Step) {
    await centre.kill('cases');
    await centre.start('cases', { ONEWINDOW_FAIL_POINT: failPoint });
    const done = persist(centre, step);
    await centre.died('cases');
    await centre.start('cases');
    return done;
  }

  it('ends the same when cases is killed right after its write, at every step', async () => {
    const { id } = await persistThroughDeath('after-write', submission(item, 'citizen'));
    for (const step of stepsOf(id)) await persistThroughDeath('after-write', step);
    expect(await endState(centre, id)).toEqual(undisturbed);
    await eventually(
      () => sealUsesOf(centre, id),
      (uses) => uses === 1,
    );
  });

  it('ends the same when cases is killed before its publish is acknowledged', async () => {
    const { id } = await persist(centre, submission(item, 'citizen'));
    const [accept, decide, ...others] = stepsOf(id);
    if (!accept || !decide) throw new Error('The story has lost its steps.');
    await persist(centre, accept);
    await persistThroughDeath('before-publish', decide);
    for (const step of others) await persist(centre, step);
    expect(await endState(centre, id)).toEqual(undisturbed);
    await eventually(
      () => sealUsesOf(centre, id),
      (uses) => uses === 1,
    );
  });

  it('ends the same when NATS is killed and its store deleted half-way', async () => {
    const { id } = await persist(centre, submission(item, 'citizen'));
    const [accept, decide, ...others] = stepsOf(id);
    if (!accept || !decide) throw new Error('The story has lost its steps.');
    await persist(centre, accept);
    await centre.loseBroker();
    await persist(centre, decide);
    await centre.loseBroker();
    for (const step of others) await persist(centre, step);
    expect(await endState(centre, id)).toEqual(undisturbed);
    await eventually(
      () => sealUsesOf(centre, id),
      (uses) => uses === 1,
      90_000,
    );
  });
});
