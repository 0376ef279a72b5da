import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { env, execPath } from 'node:process';

const ARGS = ['--conditions=onewindow-source', '--import', 'tsx', join(__dirname, 'program.ts')];

/** Runs the program and sends SIGTERM each time `until` appears in what it says. */
function run(more: Record<string, string>, signals: readonly string[]) {
  const child = spawn(execPath, ARGS, {
    cwd: __dirname,
    env: { ...env, NATS_URL: 'nats://bus', ...more },
  });
  const waiting = [...signals];
  let said = '';
  const hear = (chunk: Buffer) => {
    said += chunk.toString();
    if (waiting[0] !== undefined && said.includes(waiting[0])) {
      waiting.shift();
      child.kill('SIGTERM');
    }
  };
  child.stdout.on('data', hear);
  child.stderr.on('data', hear);
  return new Promise<{ code: number | null; said: string }>((resolve) =>
    child.once('close', (code) => {
      resolve({ code, said });
    }),
  );
}

/** What was said, by its own time: a line that the pipe could not take at once may come behind the next. */
function inOrder(said: string): readonly string[] {
  return said
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { readonly time: string; readonly msg: string })
    .sort((one, other) => one.time.localeCompare(other.time))
    .map(({ msg }) => msg);
}

it('the first signal stops in order and ends with 0', async () => {
  const { code, said } = await run({}, ['"started"']);
  expect(inOrder(said)).toEqual(['started', 'stopping', 'closing', 'stopped']);
  expect(code).toBe(0);
});

it('the second signal ends at once', async () => {
  expect((await run({ HOLD: 'yes' }, ['"started"', '"closing"'])).code).toBe(1);
});

it('what nobody caught is logged and ends the process', async () => {
  const { code, said } = await run({ FAULT: 'yes' }, []);
  expect(code).toBe(1);
  expect(said).toContain('a bug');
});

it('an incomplete environment is told in sentences, and nothing starts', async () => {
  const { code, said } = await run({ NATS_URL: '' }, []);
  expect(code).toBe(1);
  expect(said).toContain('trial: The environment is not complete:\n- NATS_URL is missing');
});
