import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { instant } from '@onewindow/kernel';
import { createDemoNotes } from './demo-notes.ts';

let data: string;
beforeEach(() => {
  data = mkdtempSync(join(tmpdir(), 'onewindow-notes-'));
});
afterEach(() => {
  rmSync(data, { recursive: true });
});

it('of a new centre nothing is noted', () => {
  const notes = createDemoNotes(data);
  expect([notes.isComplete(), notes.anchor(), notes.receipt()]).toEqual([false, null, null]);
});

it('what was noted is there at the next start', () => {
  const anchor = instant('2026-11-24T07:20:00Z');
  const receipt = { receiptNumber: 'DEMO-511602-01-20261124-00001', queryCode: 'ABCD' };
  const notes = createDemoNotes(data);
  notes.beginAt(anchor);
  notes.keepReceipt(receipt);
  expect(createDemoNotes(data).isComplete()).toBe(false);
  notes.complete();
  const later = createDemoNotes(data);
  expect([later.isComplete(), later.anchor(), later.receipt()]).toEqual([true, anchor, receipt]);
});
