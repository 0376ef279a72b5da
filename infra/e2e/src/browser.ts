import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  freePort,
  programOnPath,
  startServer,
  type EnvironmentSource,
} from '@onewindow/runtime/embedded';
import { WebSocket } from 'undici';

export interface Browser {
  /** Opens a page, of a telephone's size when so many pixels wide. What one page stores the next one finds. */
  open(url: string, width?: number): Promise<Page>;
  stop(): Promise<void>;
}

export interface Page {
  /** The value of an expression in the page, as often as asked. */
  evaluate(expression: string): Promise<unknown>;
  /** Waits until the expression is true in the page. */
  until(expression: string): Promise<void>;
  /** Every host that the page asked. */
  readonly hosts: ReadonlySet<string>;
}

const PROGRAMS = ['chromium', 'chromium-browser', 'google-chrome', 'chrome'];
const PATIENCE_MS = 60_000;

/** A headless Chromium from the PATH, driven by its own protocol; undefined when there is none. */
export async function startBrowser(env: EnvironmentSource): Promise<Browser | undefined> {
  const command = PROGRAMS.map((name) => programOnPath(env, name)).find((it) => it !== undefined);
  if (command === undefined) return undefined;
  const port = await freePort();
  const profile = mkdtempSync(join(tmpdir(), 'onewindow-browser-'));
  const http = `http://127.0.0.1:${port}`;
  const server = await startServer({
    command,
    args: [
      ...['--headless=new', '--no-sandbox', '--disable-gpu', '--no-first-run'],
      ...[`--user-data-dir=${profile}`, `--remote-debugging-port=${port}`, 'about:blank'],
    ],
    env,
    isReady: async () => (await fetch(`${http}/json/version`)).ok,
  });
  return {
    open: async (url, width) => {
      const target = await fetch(`${http}/json/new?about:blank`, { method: 'PUT' });
      const { webSocketDebuggerUrl } = (await target.json()) as { webSocketDebuggerUrl: string };
      return await openPage(webSocketDebuggerUrl, { url, width });
    },
    stop: async () => {
      await server.stop();
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly params?: { readonly request?: { readonly url: string } };
  readonly result?: {
    readonly result?: { readonly value?: unknown };
    readonly exceptionDetails?: { readonly text: string };
  };
}

/** A telephone's, in pixels. */
const HEIGHT = 844;

async function openPage(
  socketUrl: string,
  { url, width }: { readonly url: string; readonly width: number | undefined },
): Promise<Page> {
  const socket = new WebSocket(socketUrl);
  await new Promise((opened, failed) => {
    socket.addEventListener('open', opened);
    socket.addEventListener('error', failed);
  });
  const waiting = new Map<number, (result: Message['result']) => void>();
  const hosts = new Set<string>();
  socket.addEventListener('message', ({ data }) => {
    const { id, method, params, result } = JSON.parse(String(data)) as Message;
    if (id !== undefined) waiting.get(id)?.(result);
    const asked = method === 'Network.requestWillBeSent' ? params?.request?.url : undefined;
    if (asked !== undefined && /^(https?|wss?):/.test(asked)) hosts.add(new URL(asked).host);
  });
  let last = 0;
  const send = (method: string, params: object = {}) =>
    new Promise<Message['result']>((answered) => {
      last += 1;
      waiting.set(last, answered);
      socket.send(JSON.stringify({ id: last, method, params }));
    });
  await send('Network.enable');
  if (width !== undefined) {
    const size = { width, height: HEIGHT, deviceScaleFactor: 1, mobile: true };
    await send('Emulation.setDeviceMetricsOverride', size);
  }
  await send('Page.navigate', { url });

  const evaluate = async (expression: string) => {
    const options = { expression, awaitPromise: true, returnByValue: true };
    const answer = await send('Runtime.evaluate', options);
    if (answer?.exceptionDetails) throw new Error(answer.exceptionDetails.text);
    return answer?.result?.value;
  };
  const until = async (expression: string) => {
    for (const end = Date.now() + PATIENCE_MS; Date.now() < end;) {
      if ((await evaluate(expression)) === true) return;
      await new Promise((again) => setTimeout(again, 200));
    }
    throw new Error(`This did not come true in the page: ${expression}`);
  };
  return { evaluate, until, hosts };
}
