import { eventually } from './eventually.ts';

it('goes on as soon as it is so', async () => {
  let asked = 0;
  await eventually('asked three times', () => Promise.resolve((asked += 1) === 3));
  expect(asked).toBe(3);
});

it('asks at least once, and fails with what has not come to be', async () => {
  let asked = 0;
  const never = () => (asked += 1) < 0;
  await expect(eventually('the impossible', never, 0)).rejects.toThrow(
    'Not within 0 ms: the impossible',
  );
  expect(asked).toBeGreaterThan(0);
});

it('fails at once with what asking throws', async () => {
  const broken = () => Promise.reject(new Error('no connection'));
  await expect(eventually('an answer', broken)).rejects.toThrow('no connection');
});
