import { createDatabaseProbe } from './database-answers.ts';

it('says yes while the database answers, no when it refuses, and yes again', async () => {
  let isThere = true;
  const ping = () => (isThere ? Promise.resolve() : Promise.reject(new Error('away')));
  const answers = createDatabaseProbe({ ping });
  expect(await answers()).toBe(true);
  isThere = false;
  expect(await answers()).toBe(false);
  isThere = true;
  expect(await answers()).toBe(true);
});

it('says no while it stands still, and asks it once however often it is asked itself', async () => {
  let asked = 0;
  let goOn: () => void = () => undefined;
  const ping = () => {
    asked += 1;
    return new Promise<void>((resolve) => (goOn = resolve));
  };
  const answers = createDatabaseProbe({ ping }, 5);
  expect([await answers(), await answers(), await answers()]).toEqual([false, false, false]);
  expect(asked).toBe(1);
  goOn();
  await new Promise((done) => setImmediate(done));
  const again = answers();
  goOn();
  expect(await again).toBe(true);
});
