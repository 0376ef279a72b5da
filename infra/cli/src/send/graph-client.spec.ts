import { readAnswer } from './graph-client.ts';

const refusal = (code: string) =>
  JSON.stringify({ errors: [{ message: 'no', extensions: { code } }] });

it.each([
  [400, 'BAD_REQUEST'],
  [400, 'BAD_USER_INPUT'],
  [400, 'COST_LIMIT'],
  [413, 'PAYLOAD_TOO_LARGE'],
])('takes %s %s for a refusal, so that the batch is halved', (status, code) => {
  expect(readAnswer(status, refusal(code)).kind).toBe('REFUSED');
});

it('sends again what was too much at once', () => {
  expect(readAnswer(429, refusal('RATE_LIMITED')).kind).toBe('AWAY');
});
