import {
  inWords,
  validateInput,
  type InvalidInputRefusal,
  type Language,
} from '@onewindow/subgraph';
import { z } from 'zod';

const text = z.string().trim().min(1).max(200);
const longText = z.string().trim().min(1).max(2_000);

const divisionCode = z.string().refine((code) => /^\d{6,12}$/.test(code), {
  ...inWords({
    en: 'The code of a division has 6 to 12 digits.',
    zh: '行政区划代码为6至12位数字。',
  }),
});

/** What the SDL can't say of the inputs. Only the fields that need it are named. */
const schemas = {
  region: z.looseObject({ code: divisionCode, name: text }),
  centre: z.looseObject({
    code: text,
    name: text,
    area: z.number().positive().nullish(),
    address: text.nullish(),
  }),
  departments: z.looseObject({
    departments: z
      .array(
        z.looseObject({
          name: text,
          codes: z.array(z.string().max(100)).max(50),
          regionCode: divisionCode,
          regionName: text.nullish(),
        }),
      )
      .max(200),
  }),
  newWindow: z.looseObject({ number: z.string().trim().min(1).max(20), name: text }),
  window: z.looseObject({ name: text }),
  staffMember: z.looseObject({ name: text, badgeNumber: z.string().trim().min(1).max(50) }),
  posting: z.looseObject({ post: text }),
  letter: z.looseObject({
    documentNumber: text,
    itemIds: z.array(z.string()).min(1).max(1_000),
    powers: z.array(z.string()).min(1),
  }),
  seal: z.looseObject({ code: text }),
  reason: z.looseObject({ reason: longText }),
};

/** The refusal that names the fields at fault, or undefined when there are none. */
export function faultsOf(
  kind: keyof typeof schemas,
  input: unknown,
  language: Language,
): InvalidInputRefusal | undefined {
  const validated = validateInput(schemas[kind], input, language);
  return validated.ok ? undefined : validated.refusal;
}
