import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { DEFAULT_PORT, portPlan } from '../setup/ports.mjs';
import { sentence } from '../setup/sentence.mjs';

const PATIENCE_MS = 2_000;

/** The gateways' ports of the centres that run in this checkout, the usual one first. */
export async function runningCentres(root: string): Promise<readonly number[]> {
  const ports = portsWithData(root);
  const alive = await Promise.all(ports.map(isAlive));
  return ports.filter((_, index) => alive[index]);
}

/** The one centre that runs here, or the usual port's when several do; a sentence when none does. */
export async function runningCentre(root: string): Promise<number> {
  const running = await runningCentres(root);
  const [first] = running;
  if (first === undefined)
    throw sentence('No centre runs here: run npm start first. 本机没有运行中的中心。');
  if (running.length > 1 && first !== DEFAULT_PORT)
    throw sentence(`Several centres run here, at ${running.join(', ')}: say which. 请指明端口。`);
  return first;
}

/** A token of one of the personas of the centre on this port, from its own identity provider. */
export async function personaToken(port: number, persona: string): Promise<string> {
  const origin = `http://127.0.0.1:${portPlan(port, []).identity}`;
  const answer = await fetch(`${origin}/token/persona`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'text/plain' },
    body: JSON.stringify({ persona }),
  }).catch((cause: unknown) => {
    throw sentence(`No identity provider answers at ${origin}: run npm start first.`, cause);
  });
  const text = await answer.text();
  if (!answer.ok) throw sentence(text);
  return text;
}

/** Each centre that was ever started has a folder of data: `data`, or `data-<port>`. */
function portsWithData(root: string): readonly number[] {
  const state = join(root, '.onewindow');
  if (!existsSync(state)) return [];
  const ports = readdirSync(state).flatMap((name) => {
    const [found, port] = /^data(?:-(\d+))?$/u.exec(name) ?? [];
    return found === undefined ? [] : Number(port ?? DEFAULT_PORT);
  });
  return ports.sort((one, other) =>
    one === DEFAULT_PORT ? -1 : other === DEFAULT_PORT ? 1 : one - other,
  );
}

async function isAlive(port: number): Promise<boolean> {
  const asked = fetch(`http://127.0.0.1:${port}/health/live`, {
    signal: AbortSignal.timeout(PATIENCE_MS),
  });
  return asked.then(
    ({ ok }) => ok,
    () => false,
  );
}
