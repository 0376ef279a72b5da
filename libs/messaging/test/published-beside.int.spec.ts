import type { Log } from '../src/index.ts';
import { replaysOf } from '../src/collections.ts';
import { SILENT } from '../src/log.ts';
import { QUICK } from './quick.ts';
import { setStage } from './stage.ts';
import { thingChanged } from './things.ts';

const stage = setStage();
const PUBLISHERS = 32;
const EVENTS_EACH = 40;

it('does not take a stream for gone back because others publish while it is looked at', async () => {
  const errors: string[] = [];
  const log: Log = { ...SILENT, error: (_about, message) => void errors.push(message) };
  // Looked at without a pause: as often in two seconds as in earnest in hours.
  const timings = { ...QUICK, check: 1, retry: 1 };
  const publisher = await stage.publisher({ log, timings });
  await stage.ready(publisher);
  const publishOn = async (name: string) => {
    for (let n = 1; n <= EVENTS_EACH; n += 1) {
      const report = await publisher.publish([thingChanged(stage.owner(), [name, n])]);
      expect(report).toEqual({ failed: [] });
    }
  };
  await Promise.all(Array.from({ length: PUBLISHERS }, (_, at) => publishOn(`thing ${at}`)));

  expect(errors.filter((one) => one.includes('went back'))).toEqual([]);
  // The one that fills a new stream; nothing is sent again because of the publishers.
  expect(await replaysOf(stage.db(stage.owner())).countDocuments()).toBe(1);
});
