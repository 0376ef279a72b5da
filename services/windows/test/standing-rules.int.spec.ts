import { randomUUID } from 'node:crypto';
import type { Viewer } from '@onewindow/identity';
import { instant } from '@onewindow/kernel';
import { idFromCode } from '@onewindow/persistence';
import { query } from '@onewindow/service/testing';
import { mutated, regionId, startWindows } from './running-windows.ts';

const county = idFromCode('region', '511699');
const manager: Viewer = {
  id: 'manager-1',
  kind: 'STAFF',
  staffId: idFromCode('staff-member', 'B-001'),
  scopes: new Set(['windows:manage', 'rules:manage']),
  region: regionId,
};
const importer: Viewer = {
  id: 'importer',
  kind: 'SERVICE',
  scopes: new Set(['windows:manage', 'rules:manage']),
};
const ofCounty: Viewer = { ...manager, id: 'manager-2', region: county };
const calendar = (...days: string[]) => ({
  regionalHolidays: [{ name: '示例节', days }],
  overrides: [],
});
const document = '示例政发〔2026〕1号';
const ruleId = idFromCode('standing-rule', `CALENDAR/${regionId}`);

interface Shown {
  readonly workingCalendar: {
    readonly known: boolean;
    readonly ruleVersion: number | null;
    readonly calendarVersion: string;
    readonly rule: { readonly id: string } | null;
    readonly days: readonly { readonly day: string; readonly reason: string }[];
  } | null;
}
const SHOWN = query<Shown>(`query ($region: ID!, $year: Int!, $at: DateTime) {
  workingCalendar(regionId: $region, year: $year, at: $at) {
    known ruleVersion calendarVersion rule { id } days { day reason } } }`);

let service: Awaited<ReturnType<typeof startWindows>>;
const mutate = (viewer: Viewer, name: string, input: object) =>
  mutated(service, viewer, { name, input });
const shown = async (region: string, more: { readonly year?: number; readonly at?: string } = {}) =>
  (await service.ask(manager, SHOWN, { year: 2026, ...more, region })).workingCalendar;
beforeAll(async () => {
  service = await startWindows();
  const brought = [
    { code: '511602', name: '示例区' },
    { code: '511699', name: '示例县', parentId: regionId },
  ];
  for (const region of brought) {
    expect(await mutate(importer, 'registerRegion', region)).toMatchObject({
      __typename: 'RegisterRegionSuccess',
    });
  }
});
afterAll(() => service.stop());

describe('without a rule', () => {
  it('the national calendar holds everywhere (行政许可法 82)', async () => {
    const national = await shown(regionId);
    expect(national).toMatchObject({ known: true, rule: null, ruleVersion: null });
    expect(national?.calendarVersion).toMatch(/ CN@1$/);
    expect(national?.days).toContainEqual({ day: '2026-10-01', reason: 'HOLIDAY' });
    expect(national?.days).toContainEqual({ day: '2026-09-20', reason: 'MAKEUP_WORKDAY' });
  });

  it('a region that nobody has registered has no calendar', async () => {
    expect(await shown(randomUUID())).toBeNull();
  });
});

describe('the calendar of a region', () => {
  const first = { regionId, document, calendar: calendar('2026-12-08') };

  it('is set by who manages the rules of that region, or by an import, and by nobody else', async () => {
    expect(await mutate(ofCounty, 'setStandingRule', first)).toMatchObject({
      code: 'NotAuthorized',
      message: 'The rules of a region are set by who manages them there.',
    });
    const { region: _, ...ofNoRegion } = manager;
    expect(await mutate(ofNoRegion, 'setStandingRule', first)).toMatchObject({
      code: 'NotAuthorized',
    });
    const windowsOnly: Viewer = { ...manager, scopes: new Set(['windows:manage']) };
    const { errors } = await service.operate(
      windowsOnly,
      'mutation ($input: SetStandingRuleInput!) { setStandingRule(input: $input) { __typename } }',
      { input: first },
    );
    expect(errors?.map(({ extensions }) => extensions?.['code'])).toEqual(['FORBIDDEN']);
    expect(
      await mutate(importer, 'setStandingRule', { ...first, regionId: randomUUID() }),
    ).toMatchObject({
      code: 'NotFound',
    });
    // 14 September was a Monday that everybody worked.
    expect(
      await mutate(importer, 'setStandingRule', { ...first, calendar: calendar('2026-09-14') }),
    ).toMatchObject({ code: 'CalendarDaysWrong' });
    expect(await mutate(importer, 'setStandingRule', first)).toMatchObject({
      __typename: 'SetStandingRuleSuccess',
    });
    expect(await mutate(manager, 'setStandingRule', first)).toMatchObject({
      ...{ code: 'AlreadyExists', fact: 'standingRule', id: ruleId },
      message: expect.stringContaining('changeStandingRule') as string,
    });
  });

  it('holds in it and in the regions below it', async () => {
    for (const region of [regionId, county]) {
      const own = await shown(region);
      expect(own).toMatchObject({ rule: { id: ruleId }, ruleVersion: 1 });
      expect(own?.calendarVersion).toMatch(/ 511602@1$/);
      expect(own?.days).toContainEqual({ day: '2026-12-08', reason: 'REGIONAL_HOLIDAY' });
    }
    // The holidays of 2027 beside the national ones are told by nobody yet.
    expect(await shown(regionId, { year: 2027 })).toMatchObject({ known: false });
  });

  it('says which days are wrong', async () => {
    const wrong = {
      ...{ ruleId, document },
      calendar: {
        regionalHolidays: [],
        overrides: [
          {
            year: 2027,
            holidays: [{ name: '元旦', days: ['2027-01-01', '2027-01-02'] }],
            makeupWorkdays: ['2027-01-02'],
          },
        ],
      },
    };
    const { data } = await service.operate(
      manager,
      `mutation ($input: ChangeStandingRuleInput!) { changeStandingRule(input: $input) {
        ... on CalendarDaysWrong { code rule faults { fault path year day } } } }`,
      { input: wrong },
    );
    expect(data).toMatchObject({
      changeStandingRule: {
        code: 'CalendarDaysWrong',
        faults: [
          {
            fault: 'LISTED_TWICE',
            path: 'overrides[0].makeupWorkdays[0]',
            year: 2027,
            day: '2027-01-02',
          },
        ],
      },
    });
  });

  it('has a further version from its moment on, by the manager of the region only', async () => {
    const validFrom = '2026-12-01T00:00:00+08:00';
    const further = { ruleId, document, validFrom, calendar: calendar('2026-12-08', '2026-12-09') };
    expect(await mutate(ofCounty, 'changeStandingRule', further)).toMatchObject({
      code: 'NotAuthorized',
    });
    expect(
      await mutate(manager, 'changeStandingRule', {
        ...further,
        validFrom: '2026-09-01T00:00:00+08:00',
      }),
    ).toMatchObject({ code: 'VersionTooEarly' });
    expect(await mutate(manager, 'changeStandingRule', further)).toMatchObject({
      __typename: 'ChangeStandingRuleSuccess',
    });
    expect(await shown(regionId)).toMatchObject({ ruleVersion: 1 });
    expect(await shown(regionId, { at: validFrom })).toMatchObject({ ruleVersion: 2 });
    service.at(instant('2026-12-02T09:00:00+08:00'));
    const { data } = await service.operate(
      manager,
      `{ standingRules { edges { node { id kind region { code } availableActions
        inForce { number document content { ... on CalendarContent { regionalHolidays { days } } } }
        versions { number } } } } }`,
    );
    expect(data).toMatchObject({
      standingRules: {
        edges: [
          {
            node: {
              ...{ id: ruleId, kind: 'CALENDAR', region: { code: '511602' } },
              availableActions: ['CHANGE'],
              inForce: {
                ...{ number: 2, document },
                content: { regionalHolidays: [{ days: ['2026-12-08', '2026-12-09'] }] },
              },
              versions: [{ number: 1 }, { number: 2 }],
            },
          },
        ],
      },
    });
  });

  it('changes as often as there is reason to, with as many days as it may have', async () => {
    const heavy = (change: number) => ({
      regionalHolidays: Array.from({ length: 100 }, (_, holiday) => ({
        name: '节'.repeat(98) + String(change),
        // The days that have passed are as the region above has told them.
        days: Array.from({ length: 10 }, (__, day) =>
          holiday === 0 && day < 2
            ? `2026-12-0${8 + day}`
            : new Date(Date.UTC(2027, 0, 1 + change + holiday * 10 + day))
                .toISOString()
                .slice(0, 10),
        ),
      })),
      overrides: [],
    });
    service.at(instant('2026-12-10T09:00:00+08:00'));
    const set = { regionId: county, document, calendar: heavy(0) };
    expect(await mutate(importer, 'setStandingRule', set)).toMatchObject({
      __typename: 'SetStandingRuleSuccess',
    });
    const ofRule = { ruleId: idFromCode('standing-rule', `CALENDAR/${county}`), document };
    for (let change = 1; change <= 13; change += 1) {
      expect(
        await mutate(importer, 'changeStandingRule', { ...ofRule, calendar: heavy(change) }),
      ).toMatchObject({ __typename: 'ChangeStandingRuleSuccess' });
    }
  });

  it('begins within two years, and is replaced until it begins', async () => {
    const ofRule = { ruleId, document };
    const later = { ...ofRule, calendar: calendar('2026-12-08', '2026-12-09', '2028-12-08') };
    expect(
      await mutate(manager, 'changeStandingRule', { ...later, validFrom: '9999-12-31T00:00:00Z' }),
    ).toMatchObject({ code: 'VersionTooLate' });
    expect(
      await mutate(manager, 'changeStandingRule', { ...later, validFrom: '2028-01-01T00:00:00Z' }),
    ).toMatchObject({ __typename: 'ChangeStandingRuleSuccess' });
    expect(await mutate(manager, 'changeStandingRule', later)).toMatchObject({
      code: 'VersionTooEarly',
    });
    expect(await mutate(manager, 'changeStandingRule', { ...later, replaces: 2 })).toMatchObject({
      code: 'VersionNotReplaceable',
    });
    expect(await mutate(manager, 'changeStandingRule', { ...later, replaces: 3 })).toMatchObject({
      __typename: 'ChangeStandingRuleSuccess',
    });
    expect(await shown(regionId)).toMatchObject({ ruleVersion: 4 });
    expect(await shown(regionId, { at: '2028-02-01T00:00:00Z' })).toMatchObject({ ruleVersion: 4 });
  });
});
