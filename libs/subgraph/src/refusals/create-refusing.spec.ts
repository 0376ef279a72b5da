import { createRefusals } from './create-refusals.ts';
import { createRefusing } from './create-refusing.ts';

const refuse = createRefusing(
  createRefusals({ Locked: { en: 'Locked by {by}.', zh: '已被{by}锁定。', rule: '002:37' } }),
);
type Rejection =
  | { readonly code: 'Locked'; readonly by: string }
  | { readonly code: 'NotFound'; readonly id: string };
const locked: Rejection = { code: 'Locked', by: '甲窗口' };

it('a rejection that the union lists becomes its member, in the language of the caller', () => {
  expect(refuse(locked as Rejection, ['Locked', 'NotFound'], 'zh')).toMatchObject({
    __typename: 'Locked',
    message: '已被甲窗口锁定。',
    rule: '002:37',
  });
});

it('a rejection that the union does not list is a fault and no answer', () => {
  expect(() => refuse(locked as Rejection, ['NotFound'], 'en')).toThrow('Locked');
});
