import { isLonger } from './time-limit.ts';
import type { TimeLimit } from './item-content.ts';

const working = (value: number): TimeLimit => ({ value, unit: 'WORKING_DAYS' });
const calendar = (value: number): TimeLimit => ({ value, unit: 'CALENDAR_DAYS' });

describe('a promised limit against the statutory one (002:24)', () => {
  it.each([
    { promised: working(21), statutory: working(20), longer: true },
    { promised: working(20), statutory: working(20), longer: false },
    { promised: calendar(31), statutory: calendar(30), longer: true },
    { promised: calendar(20), statutory: working(20), longer: false },
    { promised: calendar(29), statutory: working(20), longer: true },
    { promised: working(20), statutory: calendar(20), longer: true },
    { promised: working(10), statutory: calendar(20), longer: false },
  ])(
    '$promised.value $promised.unit against $statutory.value $statutory.unit is longer: $longer',
    ({ promised, statutory, longer }) => {
      expect(isLonger(promised, statutory)).toBe(longer);
    },
  );
});
