import fc from 'fast-check';
import { instant, type Instant } from './instant.ts';
import {
  holdingVersions,
  nearestVersion,
  versionAt,
  versionFault,
  withVersion,
  type Versions,
} from './versioned.ts';

const day = (date: string): Instant => instant(`2026-${date}T00:00:00+08:00`);
const set = (validFrom: Instant, content: string) => ({
  validFrom,
  content,
  document: null,
  by: 'staff-1',
});
const two = [set(day('03-01'), 'spring'), set(day('06-01'), 'summer')].reduce<Versions<string>>(
  withVersion,
  [],
);

describe('versions of a rule', () => {
  it('are counted from 1, and hold from their beginning until the next begins', () => {
    expect(two.map(({ n }) => n)).toEqual([1, 2]);
    expect(versionAt(two, day('05-31'))?.content).toBe('spring');
    expect(versionAt(two, day('06-01'))?.content).toBe('summer');
  });

  it('say nothing of what was before the first', () => {
    expect(versionAt(two, day('02-28'))).toBeUndefined();
  });

  it('take one that begins now or later', () => {
    expect(versionFault(two, { validFrom: day('07-01'), now: day('07-01') })).toBeNull();
    expect(versionFault([], { validFrom: day('07-02'), now: day('07-01') })).toBeNull();
  });

  it('refuse one before now, and one before the newest', () => {
    expect(versionFault(two, { validFrom: day('06-30'), now: day('07-01') })).toBe('BEFORE_NOW');
    expect(versionFault(two, { validFrom: day('05-15'), now: day('05-01') })).toBe('BEFORE_NEWEST');
    expect(() => withVersion(two, set(day('05-15'), 'late'))).toThrow(RangeError);
  });

  it('take one that replaces the newest until it begins, and the replaced one never holds', () => {
    const replacing = { validFrom: day('05-15'), now: day('05-01'), replaces: 2 };
    expect(versionFault(two, replacing)).toBeNull();
    expect(versionFault(two, { ...replacing, replaces: 1 })).toBe('BEFORE_NEWEST');
    expect(versionFault(two, { ...replacing, validFrom: day('02-01'), now: day('01-01') })).toBe(
      'BEFORE_NEWEST',
    );
    expect(versionFault(two, { ...replacing, now: day('06-02') })).toBe('BEFORE_NOW');
    const three = withVersion(two, { ...set(day('05-15'), 'mended'), replaces: 2 });
    expect(holdingVersions(three).map(({ n }) => n)).toEqual([1, 3]);
    expect(versionAt(three, day('05-14'))?.content).toBe('spring');
    expect(versionAt(three, day('06-01'))?.content).toBe('mended');
  });

  it('never change what held at a moment that has passed', () => {
    const moments = fc.integer({ min: 0, max: 400 }).map((days) => {
      const moment = new Date(Date.UTC(2026, 0, 1) + days * 86_400_000);
      return instant(moment.toISOString());
    });
    fc.assert(
      fc.property(fc.array(moments, { maxLength: 12 }), moments, (begun, now) => {
        const before = [...begun]
          .sort()
          .reduce<Versions<string>>((all, from) => withVersion(all, set(from, from)), []);
        const next = set(now, 'new');
        if (versionFault(before, { validFrom: now, now })) return;
        const after = withVersion(before, next);
        for (const { validFrom } of before.filter((version) => version.validFrom < now)) {
          expect(versionAt(after, validFrom)).toEqual(versionAt(before, validFrom));
        }
        expect(versionAt(after, now)?.content).toBe('new');
      }),
    );
  });
});

describe('the nearest version', () => {
  const rules: Readonly<Record<string, Versions<string>>> = {
    region: two,
    centre: withVersion<string>([], set(day('04-01'), 'own')),
  };
  const at = (moment: Instant) =>
    nearestVersion(['sub-centre', 'centre', 'region'], (place) => rules[place], moment);

  it('is that of the place, else of who is above it', () => {
    expect(at(day('04-02'))).toMatchObject({ place: 'centre', version: { content: 'own' } });
    expect(at(day('03-15'))).toMatchObject({ place: 'region', version: { content: 'spring' } });
  });

  it('is none where nobody has set one yet', () => {
    expect(at(day('02-01'))).toBeUndefined();
  });
});
