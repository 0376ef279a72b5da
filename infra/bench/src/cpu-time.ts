import { readdirSync, readFileSync } from 'node:fs';

/** Milliseconds that the threads of a process and its children have run so far, from `/proc`. */
export function cpuTime(pid: number): number {
  const own = readdirSync(`/proc/${pid}/task`).map((thread) => threadTime(pid, thread));
  return [...own, ...childrenOf(pid).map(cpuTime)].reduce(sum, 0);
}

/** The first number is nanoseconds on a processor; `stat` knows steps of 10 ms alone. None of a thread that has ended. */
function threadTime(pid: number, thread: string): number {
  try {
    const text = readFileSync(`/proc/${pid}/task/${thread}/schedstat`, 'utf8');
    return Number(text.split(' ')[0]) / 1_000_000;
  } catch (error) {
    if (['ENOENT', 'ESRCH'].includes((error as NodeJS.ErrnoException).code ?? '')) return 0;
    throw error;
  }
}

/** Megabytes that a process and its children hold in memory now. */
export function residentMemory(pid: number): number {
  const kilobytes = /^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
  return Number(kilobytes ?? 0) / 1024 + childrenOf(pid).map(residentMemory).reduce(sum, 0);
}

function childrenOf(pid: number): readonly number[] {
  return readdirSync(`/proc/${pid}/task`)
    .map((thread) => readFileSync(`/proc/${pid}/task/${thread}/children`, 'utf8').trim())
    .flatMap((text) => (text === '' ? [] : text.split(' ').map(Number)));
}

const sum = (one: number, other: number) => one + other;
