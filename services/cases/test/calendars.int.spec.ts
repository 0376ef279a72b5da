import { calendarSet, regionRegistered, type CalendarRuleSnapshot } from '@onewindow/contracts';
import { newId } from '@onewindow/persistence';
import { query, until, type StartedService } from '@onewindow/service/testing';
import { ids } from './a-case.ts';
import { submission, submitCase, type CaseRow } from './operations.ts';
import { officer, startCases, submitAnother } from './running-cases.ts';

const province = newId();
const ruleOfProvince = newId();
const rule: CalendarRuleSnapshot = {
  ...{ id: ruleOfProvince, region: province, code: '510000', name: '示例省' },
  versions: [
    {
      ...{ n: 1, validFrom: '2026-01-01T00:00:00+08:00', document: '示例' },
      ...{ regionalHolidays: [], overrides: [] },
    },
  ],
};
const holiday = { name: '示例节', days: ['2026-09-21'] };
/** Monday 21 September is off, from the Friday before on. */
const changed: CalendarRuleSnapshot = {
  ...rule,
  versions: [
    ...rule.versions,
    {
      ...{ n: 2, validFrom: '2026-09-18T00:00:00+08:00', document: '示例2' },
      ...{ regionalHolidays: [holiday], overrides: [] },
    },
  ],
};

interface Shown {
  readonly caseById: {
    readonly deadlines: readonly {
      readonly dueAt: string;
      readonly calendarVersion: string;
      readonly ledger: readonly { readonly day: string; readonly counts: boolean }[];
    }[];
    readonly history: readonly { readonly type: string }[];
  };
}
const SHOWN = query<Shown>(`query ($id: ID!) { caseById(id: $id) {
  deadlines { dueAt calendarVersion ledger { day counts name } } history { type } } }`);

let cases: StartedService;
const submit = async (matter: string) => {
  const input = { ...submission, matter };
  return (await cases.ask(officer, submitCase, { input })).answer.case.id;
};
const shown = async (id: string) => (await cases.ask(officer, SHOWN, { id })).caseById;
const inReplica = (collection: string, filter: object) =>
  until(async () => (await cases.database.collection(collection).countDocuments(filter)) > 0);

beforeAll(async () => {
  cases = await startCases();
});
afterAll(() => cases.stop());

it('counts by the national calendar as long as nobody has told of another', async () => {
  const [clock] = (await shown(await submit('national'))).deadlines;
  expect(clock).toMatchObject({ dueAt: '2026-09-25T00:00:00.000+08:00' });
  expect(clock?.calendarVersion).toMatch(/ CN@1$/);
});

it('counts by the calendar of the nearest region above that has one', async () => {
  const windows = cases.neighbour('windows');
  const region = { id: ids.region, code: '511602', name: '示例区', parent: province };
  await windows.tells(regionRegistered, region);
  await windows.tells(calendarSet, rule, { happened: { version: 1, begun: true } });
  await inReplica('regions', { _id: ids.region });
  await inReplica('calendars', { _id: ruleOfProvince });
  let count = 0;
  await until(async () => {
    const { case: filed } = await submitAnother(cases, (count += 1));
    const [clock] = (await shown(filed.id)).deadlines;
    return clock?.calendarVersion.endsWith(' 510000@1') ?? false;
  });
});

it('moves the clocks that run when a version comes, and tells of it', async () => {
  const id = await submit('moved');
  expect((await shown(id)).deadlines[0]?.dueAt).toBe('2026-09-25T00:00:00.000+08:00');
  const windows = cases.neighbour('windows');
  await windows.tells(calendarSet, changed, {
    version: 2,
    happened: { version: 2, begun: true },
  });
  await until(async () => (await shown(id)).history.some(({ type }) => type === 'ClocksMoved'));
  const moved = await shown(id);
  expect(moved.deadlines[0]).toMatchObject({ dueAt: '2026-09-29T00:00:00.000+08:00' });
  expect(moved.deadlines[0]?.calendarVersion).toMatch(/ 510000@2$/);
  // It explains itself by the version that it was counted by.
  expect(moved.deadlines[0]?.ledger[2]).toEqual({
    day: '2026-09-21',
    counts: false,
    name: '示例节',
  });
  const row = await cases.database.collection<CaseRow>('cases').findOne({ _id: id });
  expect(row?.journal.filter(({ type }) => type === 'ClocksMoved')).toHaveLength(1);
});

it('knows the calendars again when it is started anew', async () => {
  await cases.stopService();
  await cases.startService();
  const [clock] = (await shown(await submit('after a start'))).deadlines;
  expect(clock).toMatchObject({ dueAt: '2026-09-29T00:00:00.000+08:00' });
});
