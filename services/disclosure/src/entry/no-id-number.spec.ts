import { validateInput } from '@onewindow/subgraph';
import {
  changedContentInput,
  contentInput,
  reasonInput,
  secrecyCheckInput,
} from './no-id-number.ts';

const words = { title: '示例街道服务承诺', body: '首问负责', basis: '000:15' };
const drafts = (change: object) =>
  validateInput(contentInput, { content: { ...words, ...change } }, 'zh');
const fieldsOf = (validated: ReturnType<typeof validateInput>) =>
  validated.ok ? [] : validated.refusal.fields.map(({ path }) => path);

describe('what an entry may say', () => {
  it('holds no ID number, in any of its texts (001:17)', () => {
    const number = '990000199001010010';
    expect(fieldsOf(drafts({ body: `申请人${number}` }))).toEqual(['content.body']);
    expect(fieldsOf(drafts({ title: number, basis: number }))).toEqual([
      'content.title',
      'content.basis',
    ]);
    expect(drafts({ body: '监督电话 0775-1234567' }).ok).toBe(true);
  });

  it('is held to it in a changed draft too, and where it goes as it is there is nothing to hold', () => {
    const body = '申请人990000199001010010';
    const changed = validateInput(changedContentInput, { content: { ...words, body } }, 'zh');
    expect(fieldsOf(changed)).toEqual(['content.body']);
    expect(validateInput(changedContentInput, {}, 'zh').ok).toBe(true);
  });
});

it('nor does what a reviewer says, nor why something is taken back', () => {
  const said = '990000199001010010';
  expect(fieldsOf(validateInput(secrecyCheckInput, { secrecyCheck: said }, 'zh'))).toEqual([
    'secrecyCheck',
  ]);
  expect(fieldsOf(validateInput(reasonInput, { reason: said }, 'zh'))).toEqual(['reason']);
  expect(validateInput(reasonInput, { reason: '有误' }, 'zh').ok).toBe(true);
});
