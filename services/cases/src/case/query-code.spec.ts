import { createHmac } from 'node:crypto';
import { queryCodeOf } from './query-code.ts';

const vaultWith = (secret: string) => ({
  derive: (purpose: string, value: string) =>
    createHmac('sha256', secret).update(purpose).update(value).digest(),
});
const vault = vaultWith('a secret');
const ids = Array.from({ length: 1_000 }, (_, at) => `case ${at.toString()}`);

describe('query codes', () => {
  it('are ten letters and digits that nobody mistakes, and not twice the same', () => {
    const codes = ids.map((id) => queryCodeOf(vault, id));
    expect(new Set(codes).size).toBe(1_000);
    for (const code of codes) expect(code).toMatch(/^[2-9A-HJKMNP-TV-Z]{10}$/);
  });

  it('are the same again for the same case, and not to be had without the secret', () => {
    expect(queryCodeOf(vault, 'case 1')).toBe(queryCodeOf(vault, 'case 1'));
    expect(queryCodeOf(vaultWith('another'), 'case 1')).not.toBe(queryCodeOf(vault, 'case 1'));
  });
});
