import type { Viewer, ViewerKind } from '@onewindow/identity';
import { parse, type ObjectTypeDefinitionNode } from 'graphql';
import { readRequirements, refusalOfRights } from './live-rights.ts';

const viewer = (kind: ViewerKind, ...scopes: string[]): Viewer => ({
  ...{ id: 'u', kind, scopes: new Set(scopes) as unknown as Viewer['scopes'] },
});
const codeFor = (directives: string, of: Viewer) => {
  const [type] = parse(`type Subscription { a: Int ${directives} }`).definitions;
  const [field] = (type as ObjectTypeDefinitionNode).fields ?? [];
  return refusalOfRights(readRequirements(field?.directives ?? []), of)?.extensions['code'];
};
const stranger = viewer('ANONYMOUS');
const citizen = viewer('NATURAL');
const official = viewer('STAFF', 'cases:handle');

it.each([
  ['nothing', '', [undefined, undefined, undefined]],
  ['a login', '@authenticated', ['UNAUTHENTICATED', undefined, undefined]],
  [
    'a scope',
    '@requiresScopes(scopes: [["items:edit"], ["cases:handle"]])',
    ['UNAUTHENTICATED', 'FORBIDDEN', undefined],
  ],
  [
    'two scopes at once',
    '@requiresScopes(scopes: [["items:edit", "cases:handle"]])',
    ['UNAUTHENTICATED', 'FORBIDDEN', 'FORBIDDEN'],
  ],
  [
    'a policy',
    '@policy(policies: [["kind:NATURAL"]])',
    ['UNAUTHENTICATED', undefined, 'FORBIDDEN'],
  ],
  [
    'a policy that nobody knows',
    '@policy(policies: [["kind:KING"]])',
    ['UNAUTHENTICATED', 'FORBIDDEN', 'FORBIDDEN'],
  ],
  ['what can’t be read', '@requiresScopes', ['UNAUTHENTICATED', 'FORBIDDEN', 'FORBIDDEN']],
])('knows whom a field that demands %s lets in', (_, directives, codes) => {
  expect([stranger, citizen, official].map((one) => codeFor(directives, one))).toEqual(codes);
});
