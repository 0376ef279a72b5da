import { z } from 'zod';
import { inWords } from '../validate-input.ts';

/** As the edge leaves it: every way to write a digit or a dash is one. */
const PHONE = /^[\d+() -]{5,32}$/;

/** A telephone number, with what people write between its digits. */
export const phoneNumber = z.string().refine((value) => PHONE.test(value), {
  ...inWords({
    en: 'A telephone number has 5 to 32 digits, with dashes, blanks, brackets or a plus: 0000-0000000.',
    zh: '电话号码为5至32位数字，可含短横线、空格、括号或加号，例如 0000-0000000。',
  }),
});
