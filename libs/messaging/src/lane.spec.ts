import { durableOf, filterOf, subjectOfAgain } from './lane.ts';

const accepted = 'onewindow.cases.case.accepted.v1';

it('what is sent again has as many tokens in its subject, and the department at the same place', () => {
  expect(subjectOfAgain(`${accepted}._`)).toBe(`${accepted}-again._`);
  expect(subjectOfAgain(`${accepted}.41f0-1`)).toBe(`${accepted}-again.41f0-1`);
});

it('no lane fetches what is the other one’s', () => {
  const matches = (filters: readonly string[], subject: string) =>
    filters.some((filter) => subject.startsWith(filter.replace('>', '')));
  for (const subject of [`${accepted}._`, `${accepted}.41f0`]) {
    expect(matches(filterOf([accepted], 'fresh'), subject)).toBe(true);
    expect(matches(filterOf([accepted], 'again'), subject)).toBe(false);
    expect(matches(filterOf([accepted], 'fresh'), subjectOfAgain(subject))).toBe(false);
    expect(matches(filterOf([accepted], 'again'), subjectOfAgain(subject))).toBe(true);
  }
});

it('names each type once, and a durable for each lane', () => {
  expect(filterOf([accepted, accepted], 'fresh')).toEqual([`${accepted}.>`]);
  const consumer = { durable: 'supervision-cases' };
  expect(durableOf(consumer, 'fresh')).toBe('supervision-cases');
  expect(durableOf(consumer, 'again')).toBe('supervision-cases-again');
});
