import { slowestFirst } from '../setup/slowest-first.mjs';

const inOrder = (...paths: string[]) =>
  slowestFirst(paths.map((path) => ({ path }))).map(({ path }) => path);

it('the files that take minutes are begun first, the rest in the order that Jest knows', () => {
  expect(
    inOrder(
      '/w/libs/kernel/src/money.spec.ts',
      '/w/libs/calendar/src/period.spec.ts',
      '/w/libs/messaging/test/replay.int.spec.ts',
      '/w/gateway/test/differential/differential.spec.ts',
      '/w/libs/persistence/test/crash/crash.int.spec.ts',
      '/w/infra/e2e/test/story.e2e.spec.ts',
      '/w/infra/e2e/test/kills.e2e.spec.ts',
    ),
  ).toEqual([
    '/w/infra/e2e/test/story.e2e.spec.ts',
    '/w/infra/e2e/test/kills.e2e.spec.ts',
    '/w/gateway/test/differential/differential.spec.ts',
    '/w/libs/persistence/test/crash/crash.int.spec.ts',
    '/w/libs/messaging/test/replay.int.spec.ts',
    '/w/libs/kernel/src/money.spec.ts',
    '/w/libs/calendar/src/period.spec.ts',
  ]);
});

it('paths of Windows are known as well', () => {
  expect(inOrder('C:\\w\\src\\a.spec.ts', 'C:\\w\\test\\b.spec.ts')[0]).toContain('b.spec');
});
