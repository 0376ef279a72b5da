import { spawn } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { execPath } from 'node:process';
import { freePort } from '@onewindow/runtime/embedded';

const LOCAL = dirname(__dirname);

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'onewindow-door-'));
  // A clone before anything was installed, as far as the front door looks at it.
  for (const part of ['start.mjs', 'test.mjs', 'guard.mjs', 'setup', 'requirements.txt']) {
    cpSync(join(LOCAL, part), join(root, 'infra', 'local', part), { recursive: true });
  }
  writeFileSync(join(root, 'package-lock.json'), '{"packages":{}}');
});
afterEach(() => {
  rmSync(root, { recursive: true, force: true });
});

interface End {
  readonly code: number | null;
  readonly said: string;
}
function run(program: string, args: readonly string[], path: string): Promise<End> {
  return new Promise((done) => {
    const child = spawn(execPath, [join(root, 'infra', 'local', program), ...args], {
      env: { PATH: path },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let said = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (chunk: string) => (said += chunk));
    }
    child.once('close', (code) => {
      done({ code, said });
    });
  });
}
const taken = (port: number) =>
  new Promise<Server>((done) => {
    const server = createServer().listen(port, '127.0.0.1', () => {
      done(server);
    });
  });

describe('npm start', () => {
  it('tells which port is taken, what needs it and how to move', async () => {
    const port = await freePort();
    const server = await taken(port + 1);
    const { code, said } = await run('start.mjs', ['--port', String(port)], '');
    server.close();
    expect(code).toBe(1);
    expect(said.trim()).toBe(
      `Port ${port + 1}, which the identity provider needs, is taken by another program. ` +
        `Stop that program, or move One Window: npm start -- --port ${port + 100}`,
    );
  });

  it('tells that there is no Python before it installs anything', async () => {
    const { code, said } = await run('start.mjs', ['--port', String(await freePort())], '');
    expect(code).toBe(1);
    expect(said.trim()).toMatch(
      /^Python 3\.10 to 3\.13 is needed .*, and none is on the PATH: .*$/,
    );
    expect(existsSync(join(root, 'node_modules'))).toBe(false);
    expect(existsSync(join(root, '.onewindow', 'setup.lock'))).toBe(false);
  });

  it('tells an option that it does not know', async () => {
    const { code, said } = await run('start.mjs', ['--prot', '4100'], '');
    expect(code).toBe(1);
    expect(said).toContain('Usage: npm start -- [--port <number>] [--fresh]');
  });
});

it('npm test tells that there is no Python, too', async () => {
  const { code, said } = await run('test.mjs', [], '');
  expect(code).toBe(1);
  expect(said).toContain('none is on the PATH');
});
