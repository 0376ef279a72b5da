import { calendarSet, regionRegistered, type CalendarRuleSnapshot } from '@onewindow/contracts';
import { parseDay, type Day } from '@onewindow/calendar';
import { instant } from '@onewindow/kernel';
import { createReplica, newId } from '@onewindow/persistence';
import { useDatabase } from '@onewindow/persistence/testing';
import { eventually } from '@onewindow/testing';
import { createRegionalCalendars } from '../src/index.ts';
import { anEvent } from '../src/testing/index.ts';

const test = useDatabase();
const at = (date: string) => instant(`${date}T09:00:00+08:00`);
const time = '2026-09-18T01:30:00.000Z';
const day = (text: string): Day => {
  const found = parseDay(text);
  if (!found) throw new Error(`${text} is no day`);
  return found;
};
const [province, county, stranger] = [newId(), newId(), newId()];
const ruleId = newId();
const validFrom = (n: number) =>
  n === 1 ? '2026-01-01T00:00:00+08:00' : '2026-10-01T00:00:00+08:00';
const rule = (...ofVersions: readonly (readonly string[])[]): CalendarRuleSnapshot => ({
  ...{ id: ruleId, region: province, code: '450000', name: '示例自治区' },
  versions: ofVersions.map((days, index) => ({
    ...{ n: index + 1, validFrom: validFrom(index + 1), document: '示例' },
    ...{ regionalHolidays: [{ name: '示例节', days: [...days] }], overrides: [] },
  })),
});
const wasSet = (version: number, snapshot: CalendarRuleSnapshot) =>
  anEvent(
    calendarSet,
    { happened: { version, begun: true }, snapshot },
    { version, time, region: province },
  );
const registered = (id: string, parent: string | null) =>
  anEvent(
    regionRegistered,
    { happened: {}, snapshot: { id, code: id.slice(0, 6), name: '示例', parent } },
    { version: 1, time, region: id },
  );

/** As two processes of one service: they share the database, and each event comes to one of them. */
function twoProcesses() {
  const ofRun = newId();
  const warned: unknown[] = [];
  const log = {
    ...{ debug: () => undefined, info: () => undefined, error: () => undefined },
    warn: (about: unknown) => warned.push(about),
  };
  const make = () =>
    createRegionalCalendars(
      {
        log: log as never,
        replica: (name, declared) => createReplica(test().database, `${name}-${ofRun}`, declared),
      },
      10,
    );
  return { hears: make(), looks: make(), warned };
}

describe('the calendars of regions', () => {
  it('are the national one for a region that nobody has told of, which the log says once', async () => {
    const { hears, warned } = twoProcesses();
    await hears.prepare();
    expect(hears.calendarOf(stranger, at('2026-09-18')).region.code).toBe('CN');
    expect(hears.calendarOf(stranger, at('2026-09-19')).region.code).toBe('CN');
    expect(warned).toEqual([{ region: stranger }]);
  });

  it('are that of the nearest region above, in the version of the moment', async () => {
    const { hears } = twoProcesses();
    await hears.prepare();
    for (const event of [registered(province, null), registered(county, province)]) {
      await hears.reaction.handle(event);
    }
    await hears.reaction.handle(wasSet(2, rule(['2026-09-21'], ['2026-09-21', '2026-12-08'])));
    const before = hears.calendarOf(county, at('2026-09-18'));
    const after = hears.calendarOf(county, at('2026-10-08'));
    expect([before.version, after.version].map((one) => one.split(' ')[1])).toEqual([
      '450000@1',
      '450000@2',
    ]);
    expect(before.day(day('2026-12-08')).works).toBe(true);
    expect(after.day(day('2026-12-08')).works).toBe(false);
    // Before the first version begins there is none.
    expect(hears.calendarOf(county, at('2025-12-31')).region.code).toBe('CN');
    expect(hears.regionsUnder(province)).toEqual([province, county]);
    expect(hears.regionsUnder(county)).toEqual([county]);
  });

  it('keep the versions that a later event tells no more', async () => {
    const { hears } = twoProcesses();
    await hears.prepare();
    const both = rule(['2026-09-21'], ['2026-12-08']);
    await hears.reaction.handle(wasSet(1, rule(['2026-09-21'])));
    await hears.reaction.handle(wasSet(2, { ...both, versions: both.versions.slice(1) }));
    expect(hears.calendarOf(province, at('2026-09-18')).version).toMatch(/450000@1$/);
    expect(hears.calendarOf(province, at('2026-10-08')).version).toMatch(/450000@2$/);
  });

  it('don’t go back when an older event comes late', async () => {
    const { hears } = twoProcesses();
    await hears.prepare();
    await hears.reaction.handle(wasSet(2, rule(['2026-09-21'], ['2026-12-08'])));
    await hears.reaction.handle(wasSet(1, rule(['2026-09-21'])));
    expect(hears.calendarOf(province, at('2026-10-08')).version).toMatch(/450000@2$/);
  });

  it('come to every process, and each tells what hangs on them', async () => {
    const { hears, looks } = twoProcesses();
    const told: string[] = [];
    looks.onChange((region) => {
      told.push(region);
      return Promise.resolve();
    });
    await Promise.all([hears.prepare(), looks.prepare()]);
    looks.start();
    try {
      await hears.reaction.handle(registered(province, null));
      await hears.reaction.handle(registered(county, province));
      await hears.reaction.handle(wasSet(1, rule(['2026-09-21'])));
      const isKnown = () => looks.calendarOf(county, at('2026-09-18')).region.code === '450000';
      await eventually('the other process knows the calendar', isKnown);
      expect(told).toEqual([province]);
    } finally {
      await looks.stop();
    }
  });
});
