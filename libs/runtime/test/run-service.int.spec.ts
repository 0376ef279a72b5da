import { spawn } from 'node:child_process';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
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

interface Line {
  readonly time: string;
  readonly msg: string;
}

/** What was said, in the order of arrival: a line that the pipe could not take at once may come behind the next. */
const linesOf = (said: string): readonly Line[] =>
  said
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Line);

/** Each of these once and nothing else, none earlier by its own time than the one before it. */
function expectInOrder(said: string, messages: readonly string[]) {
  const lines = linesOf(said);
  expect(lines.map(({ msg }) => msg).sort()).toEqual([...messages].sort());
  const times = messages.map((msg) => lines.find((line) => line.msg === msg)?.time);
  expect(times).toEqual([...times].sort());
}

it('the first signal stops in order and ends with 0', async () => {
  const { code, said } = await run({}, ['"started"']);
  expectInOrder(said, ['started', 'stopping', 'closing', 'stopped']);
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

describe('traces', () => {
  /** Something that takes spans as a collector does. */
  async function startCollector(status: number) {
    const received: { readonly path: string; readonly body: string }[] = [];
    const server = createServer((request, response) => {
      let body = '';
      request.on('data', (chunk: Buffer) => (body += chunk.toString()));
      request.on('end', () => {
        received.push({ path: request.url ?? '', body });
        response.writeHead(status).end('{}');
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    const OTEL_EXPORTER_OTLP_ENDPOINT = `http://127.0.0.1:${port}`;
    return { received, env: { OTEL_EXPORTER_OTLP_ENDPOINT }, close: () => server.close() };
  }

  it('go to the collector that the environment names, the last ones at the stop', async () => {
    const collector = await startCollector(200);
    const { code } = await run(collector.env, ['"started"']);
    collector.close();
    expect(code).toBe(0);
    expect(collector.received.map(({ path }) => path)).toEqual(['/v1/traces']);
    expect(collector.received[0]?.body).toContain('"trial begins"');
    expect(collector.received[0]?.body).toContain('{"stringValue":"trial"}');
  });

  it('that nobody takes are told in the log and hold up nothing', async () => {
    const collector = await startCollector(400);
    const { code, said } = await run(collector.env, ['"started"']);
    collector.close();
    expect(code).toBe(0);
    expect(said).toContain('traces were not exported');
  });
});
