import { createFailedTexts } from './failed-texts.ts';

const error = new Error('too long');

it('remembers what failed for some minutes, and nothing else', () => {
  let time = 0;
  const failed = createFailedTexts(() => time);
  failed.put({ kind: 'PLAN', text: 'a' }, error);
  expect(failed.find({ kind: 'PLAN', text: 'a' })).toBe(error);
  expect(failed.find({ kind: 'READ', text: 'a' })).toBeUndefined();
  expect(failed.find({ kind: 'PLAN', text: 'b' })).toBeUndefined();
  time = 180_000;
  expect(failed.find({ kind: 'PLAN', text: 'a' })).toBeUndefined();
});

it('forgets the oldest of more than 2,000', () => {
  const failed = createFailedTexts(() => 0);
  for (let text = 0; text <= 2_000; text += 1) failed.put(text, error);
  expect(failed.find(0)).toBeUndefined();
  expect(failed.find(2_000)).toBe(error);
});
