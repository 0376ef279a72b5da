import { Kind, parse, type ObjectTypeDefinitionNode } from 'graphql';
import { baseSdl } from '../base-sdl.ts';
import { baseRefusals } from './base-refusals.ts';
import { createRefusals, refusal } from './create-refusals.ts';

const toRefusal = createRefusals({
  CaseLocked: { en: 'Locked by {by}.', zh: '已被{by}锁定。', rule: '002:37' },
});

it('has words in both languages for each refusal of the base SDL, and for no other', () => {
  const inSdl = parse(baseSdl)
    .definitions.filter(
      (node): node is ObjectTypeDefinitionNode => node.kind === Kind.OBJECT_TYPE_DEFINITION,
    )
    .filter(({ interfaces }) => interfaces?.some(({ name }) => name.value === 'Rejection'))
    .map(({ name }) => name.value);
  expect(Object.keys(baseRefusals).sort()).toEqual(inSdl.sort());
});

it('makes a member of the result union, with what the rejection carries', () => {
  expect(refusal({ code: 'NotPermittedInStatus', status: 'CLOSED' }, 'en')).toEqual({
    __typename: 'NotPermittedInStatus',
    code: 'NotPermittedInStatus',
    message: 'This can’t be done now (closed).',
    rule: null,
    status: 'CLOSED',
  });
});

it('speaks the language of the caller', () => {
  expect(toRefusal({ code: 'CaseLocked', by: 'w-3' }, 'zh').message).toBe('已被w-3锁定。');
  expect(toRefusal({ code: 'CaseLocked', by: 'w-3' }, 'en').message).toBe('Locked by w-3.');
});

it('names the rule of the table unless the rejection knows a better one', () => {
  expect(toRefusal({ code: 'CaseLocked', by: 'x' }, 'en').rule).toBe('002:37');
  expect(toRefusal({ code: 'CaseLocked', by: 'x', rule: '002:38' }, 'en').rule).toBe('002:38');
});

it('says no value of a program in a sentence: its name from the SDL, or nothing', () => {
  const typeDefs = parse(`
    enum CaseStatus { "Handled now. 办理中" IN_PROCESS "归档" FILED }
    enum ReportStatus { "已书面" FILED }`);
  const named = createRefusals({}, typeDefs);
  const message = (status: string, language: 'en' | 'zh') =>
    named({ code: 'NotPermittedInStatus', status }, language).message;
  expect(message('IN_PROCESS', 'zh')).toBe('当前状态（办理中）不允许此操作。');
  expect(message('IN_PROCESS', 'en')).toBe('This can’t be done now (in process).');
  expect(message('FILED', 'zh')).toBe('当前状态不允许此操作。');
  expect(message('UNHEARD_OF', 'zh')).toBe('当前状态不允许此操作。');
});

it('has other words for another cause', () => {
  const own = createRefusals({
    'NotAuthorized.NotHimself': { en: 'Not your own.', zh: '非本人。' },
    'AlreadyExists.badge': { en: 'The badge is taken.', zh: '工号已用。' },
  });
  expect(own({ code: 'NotAuthorized', because: 'NotHimself' }, 'zh').message).toBe('非本人。');
  expect(own({ code: 'NotAuthorized' }, 'zh').message).toBe('您无权办理此操作。');
  expect(own({ code: 'AlreadyExists', fact: 'badge' }, 'en').message).toBe('The badge is taken.');
  expect(own({ code: 'AlreadyExists', fact: 'other' }, 'zh').message).toBe(
    '已存在相同的记录。请使用已有记录，或修改后再提交。',
  );
});

it('lets a service word a base refusal anew', () => {
  const own = createRefusals({ NotFound: { en: 'No such case.', zh: '没有此办件。' } });
  expect(own({ code: 'NotFound' }, 'en').message).toBe('No such case.');
});

it('is a fault, not a refusal, when there are no words', () => {
  const untyped = refusal as (rejection: { code: string }, language: 'en') => unknown;
  expect(() => untyped({ code: 'Unheard' }, 'en')).toThrow('Unheard has no words');
});
