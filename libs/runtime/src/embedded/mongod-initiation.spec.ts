import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { execPath } from 'node:process';
import { startMongo } from './mongo-server.ts';

/** Stands in for `mongod`, which no package manager of ours can install: listens where it is told. */
const LISTENER = `#!${execPath}
const at = process.argv.indexOf('--port');
import('node:net').then((net) => net.createServer((socket) => socket.end()).listen(Number(process.argv[at + 1]), '127.0.0.1'));
`;

let directory: string;
let command: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'onewindow-mongod-'));
  command = join(directory, 'mongod');
  writeFileSync(command, LISTENER, { mode: 0o755 });
});
afterEach(() => {
  rmSync(directory, { recursive: true, force: true });
});

const start = (told: string[], initiate: () => Promise<void>) =>
  startMongo(
    { kind: 'mongod', command, env: {} },
    {
      directory: join(directory, 'data'),
      env: {},
      ping: (uri) => {
        told.push(`ping ${uri}`);
        return Promise.resolve(true);
      },
      initiate: async (uri, replicaSet) => {
        told.push(`initiate ${replicaSet} ${uri}`);
        await initiate();
      },
    },
  );

it('mongod is initiated as a replica set after it answers and before it is handed out', async () => {
  const told: string[] = [];
  const running = await start(told, () => Promise.resolve());
  expect(told).toEqual([`ping ${running.uri}`, `initiate onewindow ${running.uri}`]);
  await running.stop();
});

it('a mongod that can not be initiated is stopped', async () => {
  const cause = new Error('no quorum');
  await expect(start([], () => Promise.reject(cause))).rejects.toMatchObject({ cause });
});
