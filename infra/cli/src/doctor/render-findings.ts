import type { Finding } from './finding.ts';

const SIGNS = { ok: 'ok  ', warn: 'warn', fail: 'FAIL' } as const;

/** A table with a line for each finding, what to do under those that need it, and the sum. */
export function renderFindings(findings: readonly Finding[]): readonly string[] {
  const width = Math.max(0, ...findings.map(({ about }) => about.length));
  const count = (level: Finding['level']) => findings.filter((it) => it.level === level).length;
  return [
    ...findings.flatMap(({ about, advice, detail, level }) => [
      `${SIGNS[level]}  ${about.padEnd(width)}  ${detail}`,
      ...(advice ? [`      ${''.padEnd(width)}  → ${advice.en} ${advice.zh}`] : []),
    ]),
    '',
    `${count('ok')} ok 正常, ${count('warn')} warn 警告, ${count('fail')} fail 故障`,
  ];
}
