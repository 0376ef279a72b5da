import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readSeals } from './read-seals.ts';

const folder = mkdtempSync(join(tmpdir(), 'onewindow-seals-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});
const file = (lines: readonly unknown[]) => {
  const name = join(folder, 'seals');
  writeFileSync(name, lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
  return name;
};
const event = (service: string, number: number) => ({
  ...{ specversion: '1.0', id: 'i', source: `/onewindow/${service}`, subject: 's', region: '_' },
  type: `onewindow.${service}.journal-seal.made.v1`,
  ...{ time: '2026-11-26T01:00:00.000Z', datacontenttype: 'application/json' },
  ...{ aggregateversion: 1, actor: 'system:sealer' },
  data: {
    happened: { leaves: ['l'] },
    snapshot: {
      id: 's',
      number,
      previous: 'p',
      root: 'r',
      size: 1,
      head: `head ${String(number)}`,
    },
  },
});

it('the seals that were kept are read by service', () => {
  expect(readSeals(file([event('cases', 1), event('items', 1), event('cases', 2)]))).toMatchObject({
    cases: [
      { number: 1, head: 'head 1' },
      { number: 2, head: 'head 2' },
    ],
    items: [{ number: 1, head: 'head 1' }],
  });
});

it.each([
  ['another event', { ...event('cases', 1), type: 'onewindow.cases.case.accepted.v1' }],
  ['a seal without a head', { ...event('cases', 1), data: {} }],
  ['what is no event', {}],
])('%s is refused with its line', (_what, line) => {
  expect(() => readSeals(file([event('cases', 1), line]))).toThrow('line 2');
});
