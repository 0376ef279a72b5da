import { deadline, nationalCalendar } from '@onewindow/calendar';
import { instant } from '@onewindow/kernel';
import { kept } from '../domain/kept-deadline.ts';
import { daysOf, deadlinesIn } from './days-of-a-deadline.ts';

const startedAt = instant('2026-09-18T09:30:00+08:00');
const counting = { rule: '000:14', startedAt, suspensions: [] } as const;
const period = { value: 5, unit: 'WORKING_DAYS' } as const;
const due = deadline({ ...counting, calendar: nationalCalendar, period });

const asked = async (told: readonly (typeof due)[], calendar = nationalCalendar) => {
  let reads = 0;
  const answer = await daysOf(
    {
      ...kept(due),
      region: 'r',
      told: () => {
        reads += 1;
        return Promise.resolve(told);
      },
    },
    calendar,
  );
  return { answer, reads };
};

describe('the days of a deadline', () => {
  it('are not kept in the state', () => {
    expect(kept(due)).toEqual({ ...due, ledger: undefined });
    expect(kept(due)).not.toHaveProperty('ledger');
  });

  it('are counted again, and the journal is not read for it', async () => {
    expect(await asked([])).toEqual({ answer: due.ledger, reads: 0 });
  });

  it('are those that were told, where another calendar holds by now', async () => {
    const earlier = { ...due, startedAt: instant('2026-09-17T09:30:00+08:00'), ledger: [] };
    const changed = { ...nationalCalendar, version: 'other' };
    expect(await asked([earlier, due], changed)).toEqual({ answer: due.ledger, reads: 1 });
  });

  it('stand in the events that count them', () => {
    const history = [{ event: { type: 'Opened', deadline: due } }, { event: { type: 'Filed' } }];
    expect(deadlinesIn(history)).toEqual([due]);
  });
});
