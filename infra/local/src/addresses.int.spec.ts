import { freePort } from '@onewindow/runtime/embedded';
import { demandAnswer, pingMongo, pingNats } from './addresses.ts';

const PATIENCE_MS = 300;

it('a MONGODB_URI that does not answer is one sentence without its password', async () => {
  const port = await freePort();
  const uri = `mongodb://somebody:secret@127.0.0.1:${port}/?directConnection=true`;
  const asked = demandAnswer('MONGODB_URI', uri, (address) => pingMongo(address, PATIENCE_MS));
  await expect(asked).rejects.toMatchObject({ name: 'Sentence' });
  const { message } = (await asked.catch((error: unknown) => error)) as Error;
  expect(message).toContain(`nothing answers at mongodb://…@127.0.0.1:${port}`);
  expect(message).toContain('unset MONGODB_URI to use the embedded MongoDB server');
  expect(message).not.toContain('secret');
});

it('a MONGODB_URI that is none is told as one', async () => {
  const asked = demandAnswer('MONGODB_URI', 'localhost:27017', pingMongo);
  await expect(asked).rejects.toThrow(/MONGODB_URI is set, but .*Invalid scheme/);
});

it('a NATS_URL that does not answer is one sentence', async () => {
  const url = `nats://127.0.0.1:${await freePort()}`;
  const asked = demandAnswer('NATS_URL', url, (address) => pingNats(address, PATIENCE_MS));
  await expect(asked).rejects.toThrow(/unset NATS_URL to use the embedded NATS server/);
});
