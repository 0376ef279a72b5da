import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '@onewindow/runtime/embedded';
import { runningCentre, runningCentres } from '@onewindow/local/centre';
import { createCommandLine, parseAddress } from '../src/command-line.ts';
import { findGraph } from '../src/send/find-graph.ts';
import { VERSION } from '../src/version.ts';

const servers: Server[] = [];
let root: string;
let port: number;

/** A gateway that lives, and its identity provider behind it. */
async function startCentre(at: number): Promise<void> {
  const listen = (where: number, text: string) =>
    new Promise<void>((done, failed) => {
      const server = createServer((_, response) => response.end(text));
      servers.push(server.once('error', failed).listen(where, '127.0.0.1', done));
    });
  await listen(at, '{}');
  await listen(at + 1, `token-of-${at.toString()}`);
}

/** A free port whose neighbour is free, too: there is the identity provider. */
async function portOfCentre(): Promise<number> {
  const [gateway, next] = [await freePort(), await freePort()];
  return next === gateway + 1 ? gateway : portOfCentre();
}

beforeEach(async () => {
  root = mkdtempSync(join(tmpdir(), 'onewindow-running-'));
  port = await portOfCentre();
});
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
  rmSync(root, { recursive: true });
});
const started = (at: number) =>
  mkdirSync(join(root, `.onewindow/data-${at.toString()}`), { recursive: true });

it('a centre that runs here on another port is found, with the token of who imports', async () => {
  started(port);
  await startCentre(port);
  expect(await runningCentres(root)).toEqual([port]);
  const here = {
    url: `http://127.0.0.1:${port.toString()}/graphql`,
    token: `token-of-${port.toString()}`,
  };
  expect(await findGraph(root, {})).toEqual(here);
  expect(await findGraph(root, { gateway: here.url })).toEqual(here);
  expect(await findGraph(root, { token: 'mine' })).toEqual({ ...here, token: 'mine' });
});

it('a centre that was started once and doesn’t run is told in a sentence', async () => {
  await expect(runningCentre(root)).rejects.toThrow('No centre runs here');
  started(port);
  await expect(findGraph(root, {})).rejects.toThrow('No centre runs here');
});

it('of two centres on other ports none is taken for the other', async () => {
  const second = await portOfCentre();
  for (const at of [port, second]) {
    started(at);
    await startCentre(at);
  }
  await expect(runningCentre(root)).rejects.toThrow('Several centres run here');
});

it('a gateway elsewhere gets no token of ours', async () => {
  await expect(findGraph(root, { gateway: 'https://graph.example/graphql' })).rejects.toThrow(
    'A token is missing',
  );
});

it.each([
  ['http://127.0.0.1:5000', 'http://127.0.0.1:5000/graphql'],
  ['http://127.0.0.1:5000/', 'http://127.0.0.1:5000/graphql'],
  ['https://graph.example/graphql', 'https://graph.example/graphql'],
  ['https://graph.example/one/window', 'https://graph.example/one/window'],
])('the gateway %s is asked at %s', (told, asked) => {
  expect(parseAddress(told)).toBe(asked);
});

it('the version is that of the package', () => {
  const file = join(__dirname, '../package.json');
  const { version } = JSON.parse(readFileSync(file, 'utf8')) as { version: string };
  expect(VERSION).toBe(version);
  const program = createCommandLine({ env: {}, tell: () => undefined, print: () => undefined });
  expect(program.version()).toBe(VERSION);
});
