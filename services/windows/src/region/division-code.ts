import { inWords } from '@onewindow/subgraph';
import { z } from 'zod';

/** The code of an administrative division (行政区划代码): digits only, which the SDL can't say. */
export const divisionCode = z.string().refine((code) => /^\d{6,12}$/.test(code), {
  ...inWords({
    en: 'The code of a division has 6 to 12 digits.',
    zh: '行政区划代码为6至12位数字。',
  }),
});
