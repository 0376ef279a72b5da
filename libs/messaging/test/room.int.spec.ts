import { demandRoom, type Log } from '../src/index.ts';
import { SILENT } from '../src/log.ts';
import { startNats, type StartedNats } from '../src/testing/index.ts';
import { eventually } from '@onewindow/testing';
import { setStage } from './stage.ts';

const stage = setStage();
const MEBIBYTE = 1024 ** 2;
let small: StartedNats;

beforeAll(async () => {
  small = await startNats({ maxFileStore: 100 * MEBIBYTE });
});
afterAll(async () => {
  await small.stop();
});

it('tells in one sentence what is needed when a broker has no room, and makes nothing', async () => {
  const services = ['items', 'windows', 'cases'];
  const asked = demandRoom(small.url, { services, maxBytes: 64 * MEBIBYTE });
  await expect(asked).rejects.toThrow(
    'The broker has no room for 3 streams of 64 MiB: 192 MiB are to be reserved on its disk. Give JetStream more ' +
      '(max_file_store, or a larger disk), or set NATS_STREAM_BYTES to fewer bytes for each stream.',
  );
  await demandRoom(small.url, { services, maxBytes: 32 * MEBIBYTE });
  // Asked again: what it tried with is gone.
  await demandRoom(small.url, { services, maxBytes: 32 * MEBIBYTE });
});

it('asks for no room for streams that are there', async () => {
  const publisher = await stage.publisher({
    ...{ url: small.url, stream: { maxBytes: 80 * MEBIBYTE } },
  });
  await stage.ready(publisher);
  await demandRoom(small.url, { services: [stage.owner()], maxBytes: 80 * MEBIBYTE });
  await expect(
    demandRoom(small.url, { services: [stage.owner(), 'another'], maxBytes: 80 * MEBIBYTE }),
  ).rejects.toThrow('The broker has no room for the stream: 80 MiB');
  await publisher.close();
});

it('a service without room for its stream says so in its log, is not ready, and needs no restart', async () => {
  const errors: string[] = [];
  const log: Log = { ...SILENT, error: (_about, message) => void errors.push(message) };
  const tight = await startNats({ maxFileStore: 10 * MEBIBYTE });
  const publisher = await stage.publisher({
    ...{ url: tight.url, log, stream: { maxBytes: 64 * MEBIBYTE } },
  });
  await eventually('told', () => errors.some((one) => one.includes('has no room')));
  expect(publisher.isReady()).toBe(false);
  await tight.kill();
  const { port, storeDir } = tight;
  const roomy = await startNats({ port, storeDir, maxFileStore: 100 * MEBIBYTE });
  await stage.ready(publisher);
  await publisher.close();
  await roomy.stop();
  await tight.stop();
});
