import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sendingEnvironment, sendingPort } from './environment.ts';
import type { Message } from './sending-port.ts';

const message: Message = {
  ...{ key: 'n-1:1', channel: 'POST', to: { name: '示例甲' }, title: '受理通知书', text: '请查收' },
};
const secret = 's'.repeat(32);

it('on a developer’s machine each message is one file, however often it is sent', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'onewindow-outbox-'));
  const port = sendingPort(
    sendingEnvironment.parse({ SENDING_OUTBOX: join(folder, 'outbox'), ONEWINDOW_LOCAL: '1' }),
  );
  for (const text of ['请查收', '再次']) {
    expect(await port.send({ ...message, text })).toEqual({ sent: true });
  }
  const [file, ...more] = readdirSync(join(folder, 'outbox'));
  expect(more).toEqual([]);
  expect(JSON.parse(readFileSync(join(folder, 'outbox', file ?? ''), 'utf8'))).toEqual(message);
  rmSync(folder, { recursive: true });
});

it('where nothing is configured nothing goes out, and it is said', async () => {
  expect(await sendingPort(sendingEnvironment.parse({})).send(message)).toEqual({
    ...{ sent: false, reason: 'NOT_CONFIGURED', isFinal: true },
  });
});

it.each([
  [{ SENDING_URL: 'https://gateway.example/send' }, 'SENDING_SECRET'],
  [{ SENDING_URL: 'http://gateway.example/send', SENDING_SECRET: secret }, 'SENDING_URL'],
  [{ SENDING_OUTBOX: 'outbox' }, 'SENDING_OUTBOX'],
])('messages in plain, over a plain line or unsigned are refused: %o', (source, name) => {
  const { success, error } = sendingEnvironment.safeParse(source);
  expect(success).toBe(false);
  expect(error?.issues.map(({ path }) => path.join('.'))).toEqual([name]);
});
