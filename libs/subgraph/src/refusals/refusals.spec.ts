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
    message: 'The status CLOSED does not allow this.',
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

it('lets a service word a base refusal anew', () => {
  const own = createRefusals({ NotFound: { en: 'No such case.', zh: '没有此办件。' } });
  expect(own({ code: 'NotFound' }, 'en').message).toBe('No such case.');
});

it('is a fault, not a refusal, when there are no words', () => {
  const untyped = refusal as (rejection: { code: string }, language: 'en') => unknown;
  expect(() => untyped({ code: 'Unheard' }, 'en')).toThrow('Unheard has no words');
});
