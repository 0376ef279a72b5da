import { createOutageCount } from './outage-count.ts';
import { subrequestError } from './subrequest-error.ts';

const late = () => subrequestError('SUBREQUEST_TIMEOUT', 'cases');
const by = (caller: string) => ({ caller, isTrial: false });
const times = (count: number, counts: () => boolean) =>
  Array.from({ length: count }, counts).filter(Boolean).length;

it('counts a third of the outages that open a breaker for one caller who is late, however often', () => {
  const count = createOutageCount(10);
  expect(times(100, () => count.counts(late(), by('one')))).toBe(3);
});

it('opens for many callers who are late', () => {
  const count = createOutageCount(10);
  let caller = 0;
  expect(times(10, () => count.counts(late(), by(`caller ${(caller += 1)}`)))).toBe(10);
});

it('counts anew after an answer', () => {
  const count = createOutageCount(3);
  expect([count.counts(late(), by('one')), count.counts(late(), by('one'))]).toEqual([true, false]);
  count.answered();
  expect(count.counts(late(), by('one'))).toBe(true);
});

it('counts each failure of who can’t be reached, and each while a breaker tries', () => {
  const count = createOutageCount(3);
  const failed = subrequestError('SUBREQUEST_FAILED', 'cases');
  expect(times(5, () => count.counts(failed, by('one')))).toBe(5);
  expect(times(5, () => count.counts(late(), { caller: 'one', isTrial: true }))).toBe(5);
});

it.each(['DEADLINE_EXCEEDED', 'SUBREQUEST_INVALID'] as const)('never counts %s', (code) => {
  const count = createOutageCount(3);
  expect(count.counts(subrequestError(code, 'cases'), by('one'))).toBe(false);
});
