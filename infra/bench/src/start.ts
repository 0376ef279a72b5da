import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { workspaceRoot } from '@onewindow/runtime/embedded';
import { cpuTime, residentMemory } from './cpu-time.ts';
import { median } from './statistics.ts';
import { printTable } from './table.ts';

/** One figure of starting, the median of the rounds with the lowest and the highest. */
export interface StartFigure {
  readonly name: string;
  readonly value: number;
  readonly spread: readonly [number, number];
}

const WITHIN_MS = 15 * 60_000;
/** How it begins to tell what to try. */
const IS_UP = 'One Window runs.';

/**
 * What `npm start` takes where all is built and the data is there (its second start), and what all of its processes
 * hold in memory then. The first start, which makes the data, is not measured.
 */
export async function measureStart({
  port,
  rounds,
}: {
  readonly port: number;
  readonly rounds: number;
}) {
  const root = workspaceRoot(process.cwd());
  await (await startCentre(root, port)).stop();
  const seen: { readonly seconds: number; readonly cpu: number; readonly megabytes: number }[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const began = performance.now();
    const centre = await startCentre(root, port);
    const seconds = (performance.now() - began) / 1_000;
    seen.push({
      ...{ seconds, cpu: cpuTime(centre.pid) / 1_000 },
      megabytes: residentMemory(centre.pid),
    });
    await centre.stop();
  }
  const figure = (name: string, values: readonly number[]): StartFigure => ({
    ...{ name, value: median(values) },
    spread: [Math.min(...values), Math.max(...values)],
  });
  const figures = [
    figure(
      'second npm start, seconds',
      seen.map(({ seconds }) => seconds),
    ),
    figure(
      'second npm start, seconds of CPU',
      seen.map(({ cpu }) => cpu),
    ),
    figure(
      'all processes then, MB',
      seen.map(({ megabytes }) => megabytes),
    ),
  ];
  printTable('A start where all is built and the data is there', {
    head: ['', 'median', 'from', 'to'],
    rows: figures.map(({ name, value, spread }) => [
      name,
      ...[value, ...spread].map((one) => one.toFixed(1)),
    ]),
  });
  return figures;
}

/** Starts a centre as `npm start` does and answers when it has told what to try. */
async function startCentre(root: string, port: number) {
  const child = spawn(
    process.execPath,
    [join(root, 'infra/local/start.mjs'), '--port', port.toString()],
    { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] },
  );
  const { pid } = child;
  if (pid === undefined) throw new Error('npm start could not be begun.');
  let told = '';
  const ended = once(child, 'exit');
  const isUp = new Promise<void>((resolve, reject) => {
    const late = setTimeout(() => {
      reject(new Error(`The centre did not come up:\n${told}`));
    }, WITHIN_MS);
    const listen = (text: Buffer) => {
      told = (told + text.toString()).slice(-4_000);
      if (!told.includes(IS_UP)) return;
      clearTimeout(late);
      resolve();
    };
    child.stdout.on('data', listen);
    child.stderr.on('data', listen);
    child.on('exit', () => {
      clearTimeout(late);
      reject(new Error(`npm start has ended:\n${told}`));
    });
  });
  const stop = async () => {
    child.kill('SIGTERM');
    await ended;
  };
  try {
    await isUp;
  } catch (error) {
    await stop();
    throw error;
  }
  return { pid, stop };
}
