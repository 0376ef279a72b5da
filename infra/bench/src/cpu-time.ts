import { readdirSync, readFileSync } from 'node:fs';

const TICKS_PER_SECOND = 100;

/** Milliseconds that a process and its children have run so far, user and system, from `/proc`. */
export function cpuTime(pid: number): number {
  const own = readFileSync(`/proc/${pid}/stat`, 'utf8');
  // The second field is the program's name, which may hold spaces and brackets.
  const fields = own.slice(own.lastIndexOf(')') + 2).split(' ');
  const ticks = Number(fields[11]) + Number(fields[12]);
  return (ticks / TICKS_PER_SECOND) * 1000 + childrenOf(pid).map(cpuTime).reduce(sum, 0);
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
