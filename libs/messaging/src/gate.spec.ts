import { eventually } from '@onewindow/testing';
import { createGate } from './gate.ts';

/** Jobs that tell when they begin and end, and end when they are told. */
function jobs() {
  const told: string[] = [];
  const ends = new Map<string, () => void>();
  const gate = createGate();
  const job = (name: string) => async () => {
    told.push(`${name} begins`);
    await new Promise<void>((end) => ends.set(name, end));
    told.push(`${name} ends`);
    return name;
  };
  const end = async (name: string) => {
    ends.get(name)?.();
    await new Promise(setImmediate);
  };
  const settled = () => new Promise(setImmediate);
  return { gate, told, job, end, settled };
}

it('jobs run side by side', async () => {
  const { gate, told, job, end, settled } = jobs();
  const both = Promise.all([gate.together(job('a')), gate.together(job('b'))]);
  await settled();
  expect(told).toEqual(['a begins', 'b begins']);
  await end('a');
  await end('b');
  expect(await both).toEqual(['a', 'b']);
});

it('one that is to be alone waits for those before it and holds up those behind it', async () => {
  const { gate, told, job, end, settled } = jobs();
  const all = Promise.all([
    gate.together(job('before')),
    gate.alone(60_000, job('alone')),
    gate.together(job('behind')),
    gate.alone(60_000, job('alone too')),
  ]);
  await settled();
  expect(told).toEqual(['before begins']);
  for (const name of ['before', 'alone', 'behind', 'alone too']) await end(name);
  await all;
  expect(told).toEqual(
    ['before', 'alone', 'behind', 'alone too'].flatMap((name) => [
      `${name} begins`,
      `${name} ends`,
    ]),
  );
});

it('a job that fails lets the next one in', async () => {
  const gate = createGate();
  await expect(gate.alone(60_000, () => Promise.reject(new Error('no')))).rejects.toThrow('no');
  await expect(gate.together(() => Promise.resolve('yes'))).resolves.toBe('yes');
});

it('who has waited long enough to be alone goes in beside what hangs', async () => {
  const { gate, told, job, end } = jobs();
  const hanging = gate.together(job('hanging'));
  const alone = gate.alone(20, job('alone'));
  const behind = gate.together(job('behind'));
  await eventually('all began', () => told.length === 3);
  expect(told).toEqual(['hanging begins', 'alone begins', 'behind begins']);
  for (const name of ['alone', 'behind', 'hanging']) await end(name);
  await Promise.all([hanging, alone, behind]);
});
