import { mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findCentre } from './centre.ts';
import { keepServers, keptServers } from './kept-servers.ts';

let data: string;
beforeEach(() => {
  data = mkdtempSync(join(tmpdir(), 'onewindow-kept-'));
});
afterEach(() => {
  rmSync(data, { recursive: true });
});

it('the servers of a run are known afterwards, to its owner alone', () => {
  expect(keptServers({ data })).toBeUndefined();
  for (const host of ['one', 'two'])
    keepServers({ data }, { mongoUri: `mongodb://u:p@${host}/`, natsUrl: `nats://${host}` });
  expect(keptServers({ data })).toEqual({ mongoUri: 'mongodb://u:p@two/', natsUrl: 'nats://two' });
  expect(statSync(join(data, 'servers.json')).mode & 0o077).toBe(0);
});

it('whoever looks at a centre finds it on the servers that it was started on', () => {
  const state = join(data, '.onewindow');
  mkdirSync(join(state, 'data-5100'), { recursive: true });
  mkdirSync(join(data, 'services', 'cases', 'src'), { recursive: true });
  writeFileSync(join(data, 'services', 'cases', 'src', 'main.ts'), '');
  const names = ['identityKey', 'personalData', 'blindIndex', 'journal', 'sessions', 'cookies'];
  const secrets = [...names, 'requestTokens:cases'].map((name) => [name, name]);
  writeFileSync(join(state, 'secrets.json'), JSON.stringify(Object.fromEntries(secrets)));
  const databaseOf = (env: NodeJS.ProcessEnv = {}) =>
    findCentre({ root: data, port: 5100, env }).programs.find(({ name }) => name === 'cases')
      ?.environment['MONGODB_URI'];
  expect(databaseOf()).toContain('mongodb://127.0.0.1:');
  const servers = { mongoUri: 'mongodb://elsewhere/', natsUrl: 'nats://elsewhere' };
  keepServers({ data: join(state, 'data-5100') }, servers);
  expect(databaseOf()).toBe('mongodb://elsewhere/');
  expect(databaseOf({ MONGODB_URI: 'mongodb://told/' })).toBe('mongodb://told/');
});
