import { findPersona } from '../identity-provider/personas.ts';
import { COUNTERS } from './counters.ts';
import { DEMO_ITEMS, guideOf } from './guide.ts';
import { WINDOWS } from './places.ts';

it.each(COUNTERS)('$window is a window of its department, with people who can be', (counter) => {
  const window = WINDOWS.find(({ number }) => number === counter.window);
  const served: readonly string[] = window?.departments ?? [];
  expect(served).toContain(counter.department);
  for (const { key, badge, name } of [counter.officer, counter.chief]) {
    const persona = findPersona(key);
    expect(persona).toMatchObject({ name, badge, department: counter.department });
    expect(persona?.scopes).toContain('cases:handle');
  }
  expect(findPersona(counter.chief.key)?.scopes).toContain('cases:decide');
  expect(counter.leader.name).toMatch(/（演示）$/);
});

it('nobody shares a badge or a seal', () => {
  const badges = COUNTERS.flatMap(({ officer, chief, leader }) =>
    [officer, chief, leader].map(({ badge }) => badge),
  );
  expect(new Set(badges).size).toBe(badges.length);
  expect(new Set(COUNTERS.map(({ seal }) => seal)).size).toBe(COUNTERS.length);
});

it('some windows have a queue, others have none', () => {
  const most = COUNTERS.map(({ waiting: [, longest] }) => longest);
  expect(most.some((longest) => longest >= 5)).toBe(true);
  expect(most).toContain(0);
});

it('every item is handled at a counter, and its guide tells which window', () => {
  for (const item of DEMO_ITEMS) {
    const counter = COUNTERS.find(({ department }) => department === item.department);
    expect(guideOf(item).instructions).toContain(`${counter?.window ?? 'none'} 窗口`);
  }
  expect(new Set(DEMO_ITEMS.map(({ code }) => code)).size).toBe(DEMO_ITEMS.length);
});

it('an item that is promised is promised within the law’s own limit (行政许可法 42)', () => {
  for (const { mode, days } of DEMO_ITEMS) {
    if (mode === 'COMMITTED') expect(days).toBeLessThanOrEqual(20);
  }
});
