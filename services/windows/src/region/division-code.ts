import { inWords } from '@onewindow/subgraph';
import { z } from 'zod';

/** The code of an administrative division (行政区划代码): digits only, which the SDL can't say. */
export const divisionCode = z.string().refine((code) => /^\d{6,12}$/.test(code), {
  ...inWords({
    en: 'The code of a division has 6 to 12 digits.',
    zh: '行政区划代码为6至12位数字。',
  }),
});

/** How many digits each level has, and the zeros that fill a code whose level is higher (GB/T 2260, GB/T 10114). */
const FILLED = [
  [12, '000'],
  [9, '000'],
  [6, '00'],
  [4, '00'],
] as const;

/** Whether a division lies in another by its code: `511602` and `511602001` in `511600`. */
export function isPartByCode(code: string, whole: string): boolean {
  return code.startsWith(withoutFilling(whole));
}

function withoutFilling(code: string): string {
  return FILLED.reduce(
    (left, [length, zeros]) =>
      left.length === length && left.endsWith(zeros) ? left.slice(0, -zeros.length) : left,
    code,
  );
}
