import { z } from 'zod';
import { inWords, validateInput } from './validate-input.ts';

const schema = z.object({
  applicant: z.object({ phones: z.array(z.string().min(3)) }),
  from: z.int(),
  until: z.int(),
});
const ordered = schema.refine(({ from, until }) => from < until, {
  ...inWords({ en: 'It ends before it begins.', zh: '结束早于开始。' }),
  path: ['until'],
});
const good = { applicant: { phones: ['110'] }, from: 1, until: 2 };

it('gives back what the schema made of a good input', () => {
  expect(validateInput(ordered, good, 'en')).toEqual({ ok: true, value: good });
});

it('names every field at fault by its path', () => {
  const answer = validateInput(
    schema,
    { ...good, applicant: { phones: ['110', '1'] }, from: 'x' },
    'en',
  );
  expect(answer).toMatchObject({
    ok: false,
    refusal: {
      __typename: 'InvalidInput',
      fields: [{ path: 'applicant.phones.1' }, { path: 'from' }],
    },
  });
});

it.each([
  ['en', 'It ends before it begins.', 'At least 3 characters are wanted.'],
  ['zh', '结束早于开始。', '至少填写3个字符。'],
] as const)('explains in %s, rules of our own and zod’s alike', (language, own, zods) => {
  const backwards = validateInput(ordered, { ...good, until: 0 }, language);
  const short = validateInput(schema, { ...good, applicant: { phones: ['1'] } }, language);
  expect(!backwards.ok && backwards.refusal.fields).toEqual([{ path: 'until', message: own }]);
  expect(!short.ok && short.refusal.fields[0]?.message).toBe(zods);
});

it.each(['en', 'zh'] as const)(
  'says in %s what is wanted, without a pattern or a type',
  (language) => {
    const all = z.object({
      pattern: z.string().regex(/^[a-f]+$/),
      id: z.uuid(),
      many: z.array(z.string()).max(1),
      few: z.array(z.string()).min(1),
      long: z.string().max(2),
      large: z.int().max(3),
      small: z.number().positive(),
      kind: z.enum(['ONE_KIND', 'ANOTHER_KIND']),
      text: z.string(),
    });
    const wrong = {
      ...{ pattern: 'x', id: 'x', many: ['a', 'b'], few: [], long: 'abc', large: 4, small: 0 },
      kind: 'x',
    };
    const answer = validateInput(all, wrong, language);
    const fields = answer.ok ? [] : answer.refusal.fields;
    expect(fields.map(({ path }) => path).sort()).toEqual(Object.keys(all.shape).sort());
    for (const { message } of fields) {
      expect(message).not.toMatch(/\/|\[|_KIND|string|undefined|uuid/i);
      expect(/\p{Script=Han}/u.test(message)).toBe(language === 'zh');
    }
  },
);
