import { addMilliseconds, type Instant } from '@onewindow/kernel';
import { createMetrics } from '@onewindow/runtime';
import { measureJournals, newId, type Log } from '../src/index.ts';
import { useDatabase } from '../src/testing/index.ts';
import { byClerk, NOON, permitJournal, realClock, submission } from './permit-journal.ts';

describe('what operators see of journals', () => {
  const test = useDatabase();
  const clockAt = (now: Instant) => ({ now: () => now });

  async function numbers(journal: Parameters<typeof measureJournals>[0]['journals'][0], log?: Log) {
    const metrics = createMetrics('permits');
    const businessClock = clockAt(addMilliseconds(NOON, 90_000));
    const clock = { now: () => addMilliseconds(realClock.now(), 60_000) };
    const { registry } = metrics;
    measureJournals({ registry, journals: [journal], businessClock, clock, ...(log && { log }) });
    const { text } = await metrics.render();
    const read = (name: string) => {
      const [, value] =
        new RegExp(`^${name}\\{aggregate="permit".*\\} (\\S+)$`, 'm').exec(text) ?? [];
      return value === undefined ? undefined : Number(value);
    };
    return { text, read };
  }

  it('is what waits for the broker and for the clock, and since when', async () => {
    const { journal, outbox, wishes } = await permitJournal(test());
    wishes.away = true;
    for (const minutes of [1, 2]) {
      const dueAt = addMilliseconds(NOON, minutes * 60_000);
      await journal.create({ id: newId(), command: submission({ dueAt }), meta: byClerk });
    }
    await outbox.drain();
    const { read } = await numbers(journal);
    expect(read('onewindow_outbox_pending')).toBe(2);
    expect(read('onewindow_outbox_oldest_seconds')).toBeGreaterThanOrEqual(60);
    // One of two is due half a minute ago.
    expect(read('onewindow_timers_overdue')).toBe(1);
    expect(read('onewindow_timers_oldest_overdue_seconds')).toBe(30);
  });

  it('is nothing where nothing waits', async () => {
    const { journal, outbox } = await permitJournal(test());
    await journal.create({ id: newId(), command: submission(), meta: byClerk });
    await outbox.drain();
    const { read } = await numbers(journal);
    expect(read('onewindow_outbox_pending')).toBe(0);
    expect(read('onewindow_outbox_oldest_seconds')).toBe(0);
    expect(read('onewindow_timers_overdue')).toBe(0);
  });

  it('is how every command ended, by the aggregate and the code', async () => {
    const ended: string[] = [];
    const { journal } = await permitJournal(test(), {
      countCommand: ({ aggregate, outcome }) => void ended.push(`${aggregate} ${outcome}`),
    });
    const id = newId();
    const create = () =>
      journal.create({ id, command: submission(), meta: { ...byClerk, commandId: 'c' } });
    await create();
    await create();
    await journal.handle({ id: newId(), command: { type: 'Close' }, meta: byClerk });
    expect(ended).toEqual(['permit accepted', 'permit repeated', 'permit NotFound']);
  });

  it('is left out of a scrape that can not ask, and the log says so', async () => {
    const { journal } = await permitJournal(test());
    const warnings: string[] = [];
    const log = { warn: (_: object, text: string) => void warnings.push(text) } as unknown as Log;
    const model = { countDocuments: () => ({ exec: () => Promise.reject(new Error('away')) }) };
    const away = { ...journal, maintenance: { ...journal.maintenance, model } } as never;
    const { text, read } = await numbers(away, log);
    expect(text).toContain('process_cpu_seconds_total');
    expect(read('onewindow_outbox_pending')).toBeUndefined();
    expect(warnings).toContain('journals could not be measured');
  });
});
