import { validateInput } from '@onewindow/subgraph';
import { approveInput, draftInput, publishInput, submitInput, withdrawInput } from './inputs.ts';

const content = {
  ...{ title: '示例街道服务承诺', body: '首问负责', basis: '000:15' },
  ...{ phase: 'BEFORE', nature: 'STATUTORY_DUTY', cadence: 'PERMANENT' },
};
const drafts = (change: object) =>
  validateInput(draftInput, { content: { ...content, ...change } }, 'zh');
const fieldsOf = (validated: ReturnType<typeof drafts>) =>
  validated.ok ? [] : validated.refusal.fields.map(({ path }) => path);

describe('what an entry may say', () => {
  it('is taken as it is, trimmed, with nothing for what is left out', () => {
    expect(drafts({ title: ' 示例街道服务承诺 ' })).toMatchObject({
      ok: true,
      value: { content: { ...content, topicGroup: null, item: null } },
    });
    expect(drafts({ itemId: 'i', topicGroup: 'HOT_POWER' })).toMatchObject({
      value: { content: { topicGroup: 'HOT_POWER', item: 'i' } },
    });
  });

  it.each([
    ['title', ''],
    ['title', ' '.repeat(9)],
    ['title', '长'.repeat(201)],
    ['body', '长'.repeat(5_001)],
    ['basis', ''],
  ])('is not nothing and not without end: %s', (field, text) => {
    expect(fieldsOf(drafts({ [field]: text }))).toEqual([`content.${field}`]);
  });

  it.each([
    '990000199001010010',
    '号码99000019900101001x。',
    '９９００００１９９００１０１００１０',
  ])('holds no ID number, in whatever width (001:17): %s', (number) => {
    expect(fieldsOf(drafts({ body: `申请人${number}` }))).toEqual(['content.body']);
    expect(fieldsOf(drafts({ title: number }))).toEqual(['content.title']);
  });

  it.each(['12345', '0775-1234567', '91450102MA5KXXXX0X', '20260918012345678901234567'])(
    'may hold other numbers: %s',
    (number) => {
      expect(drafts({ body: `监督电话 ${number}` }).ok).toBe(true);
    },
  );
});

describe('what a step needs', () => {
  const entryId = 'e';

  it('of a publication is at least one form, each named once (000:43-46)', () => {
    const publishes = (channels: readonly string[]) =>
      validateInput(publishInput, { entryId, channels }, 'zh');
    expect(publishes([]).ok).toBe(false);
    expect(publishes(['BOARD', 'HALL', 'BOARD'])).toMatchObject({
      value: { channels: ['BOARD', 'HALL'] },
    });
  });

  it('of a review is what the secrecy check came to, of a withdrawal why', () => {
    expect(validateInput(approveInput, { entryId, secrecyCheck: ' ' }, 'zh').ok).toBe(false);
    expect(validateInput(withdrawInput, { entryId, reason: '' }, 'zh').ok).toBe(false);
  });

  it('of a submission is nothing: it goes as it is when no other words come with it', () => {
    expect(validateInput(submitInput, { entryId }, 'zh')).toMatchObject({
      value: { content: null },
    });
  });
});
