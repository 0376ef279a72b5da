import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { workspaceRoot } from '@onewindow/runtime/embedded';
import { Pool } from 'undici';
import { cpuTime } from './cpu-time.ts';
import { median } from './statistics.ts';
import { printTable } from './table.ts';

const GATEWAY = 'http://127.0.0.1:4000';
const WARM_UP = 10;
const REQUESTS = 50;

/** The whole centre by one query: ten cases with their items, places, people, alerts and what is public. */
const STORY = `query Story { cases(first: 10) { edges { node {
  id status overdue receiptNumber
  item { name code department { name } disclosures(first: 3) { edges { node { title phase } } } }
  window { number name centre { name } } handler { name homeDepartment { name } }
  deadlines { clock state dueAt ledger { day counts reason } }
  alerts(first: 5) { edges { node { kind status } } } complaints(first: 5) { edges { node { status } } }
  publishedResult { title }
} } } }`;

/** What each program of the centre that `npm start` runs here spends on the story's query, one at a time. */
export async function measureStory(): Promise<void> {
  const root = workspaceRoot(process.cwd());
  const programs = programsOf(root);
  if (programs.length === 0) throw new Error('No centre runs here: run npm start first.');
  const token = execFileSync(process.execPath, [join(root, 'infra/local/token.mjs'), 'manager']);
  const pool = new Pool(GATEWAY);
  const ask = async () => {
    const began = performance.now();
    const { body } = await pool.request({
      ...{ method: 'POST', path: '/graphql' },
      headers: {
        'content-type': 'application/json',
        authorization: `Bearer ${token.toString().trim()}`,
      },
      body: JSON.stringify({ query: STORY }),
    });
    const text = await body.text();
    if (text.includes('"errors"')) throw new Error(text.slice(0, 500));
    return { took: performance.now() - began, bytes: text.length };
  };
  for (let at = 0; at < WARM_UP; at += 1) await ask();
  const before = programs.map(({ pid }) => cpuTime(pid));
  const answers: Awaited<ReturnType<typeof ask>>[] = [];
  for (let at = 0; at < REQUESTS; at += 1) answers.push(await ask());
  const costs = programs.map(({ name, pid }, at) => {
    return { name, ms: (cpuTime(pid) - (before[at] ?? 0)) / REQUESTS };
  });
  await pool.close();
  const all = costs.reduce((sum, { ms }) => sum + ms, 0);
  const wall = median(answers.map(({ took }) => took)).toFixed(1);
  printTable(`The story's query: ${wall} ms (median), ${answers[0]?.bytes ?? 0} characters`, {
    head: ['', 'CPU ms', 'of all'],
    rows: [...costs]
      .sort((one, other) => other.ms - one.ms)
      .map(({ name, ms }) => [name, ms.toFixed(2), `${((ms / all) * 100).toFixed(0)} %`]),
  });
}

/** The processes whose command names a file of this workspace: our programs and the embedded servers. */
function programsOf(root: string): readonly { readonly name: string; readonly pid: number }[] {
  return readdirSync('/proc').flatMap((entry) => {
    if (!/^\d+$/.test(entry)) return [];
    const [name] = commandOf(entry)
      .filter((part) => part.startsWith(`${root}/`))
      .flatMap((part) => PROGRAMS.flatMap((program) => program.exec(part)?.[1] ?? []));
    return name === undefined ? [] : [{ name, pid: Number(entry) }];
  });
}

const PROGRAMS = [
  /\/services\/(\w+)\/dist\/main\.js$/,
  /\/(gateway)\/dist\/main\.js$/,
  /\/bin\/(secantusd-py|mongod|nats-server)$/,
];

/** Empty for a process that has just ended, and for the kernel's own. */
function commandOf(pid: string): readonly string[] {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0');
  } catch (error) {
    if (['ENOENT', 'ESRCH'].includes((error as NodeJS.ErrnoException).code ?? '')) return [];
    throw error;
  }
}
