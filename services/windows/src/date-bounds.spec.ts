import { instant } from '@onewindow/kernel';
import { serviceDatesOutside, validityOutside } from './date-bounds.ts';

const at = instant('2026-09-18T09:30:00+08:00');

describe('dates that a manager gives', () => {
  it.each([['2026-09-18'], ['2025-09-17'], ['2028-09-18']])('opens a window on %s', (day) => {
    expect(serviceDatesOutside(['2026-10-01', day] as never, at)).toBeNull();
  });

  it.each([['2025-09-16'], ['2028-09-19'], ['9999-12-31'], ['0001-01-01']])(
    'opens no window on %s',
    (day) => {
      expect(serviceDatesOutside(['2026-10-01', day] as never, at)).toMatchObject({
        rejection: { code: 'DateOutside', field: 'serviceDates', first: '2025-09-17' },
      });
    },
  );

  it.each([
    ['2026-09-18T09:30:00+08:00', null],
    ['2026-09-18T09:30:00+08:00', '2026-09-19T00:00:00+08:00'],
    ['2027-09-18T00:00:00Z', '2032-09-17T00:00:00Z'],
  ])('lets a letter hold from %s until %s', (from, until) => {
    const validity = {
      validFrom: instant(from),
      validUntil: until === null ? null : instant(until),
    };
    expect(validityOutside(validity, at)).toBeNull();
  });

  it.each([
    ['9999-01-01T00:00:00Z', null, 'DateOutside', 'validFrom'],
    ['2000-01-01T00:00:00Z', null, 'DateOutside', 'validFrom'],
    ['2026-09-18T00:00:00Z', '9999-12-31T00:00:00Z', 'DateOutside', 'validUntil'],
    ['2026-09-19T00:00:00Z', '2026-09-18T12:00:00Z', 'EndNotAhead', 'validUntil'],
    ['2026-09-01T00:00:00Z', '2026-09-17T00:00:00Z', 'EndNotAhead', 'validUntil'],
  ])('lets no letter hold from %s until %s: %s', (from, until, ...[code, field]) => {
    const validity = {
      validFrom: instant(from),
      validUntil: until === null ? null : instant(until),
    };
    expect(validityOutside(validity, at)).toMatchObject({ rejection: { code, field } });
  });
});
