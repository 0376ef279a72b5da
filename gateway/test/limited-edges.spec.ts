import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Kind, parse, type ConstDirectiveNode, type TypeNode } from 'graphql';
import { workspaceRoot } from '@onewindow/runtime/embedded';

const file = join(workspaceRoot(process.cwd()), 'gateway', 'supergraph.graphql');
const { definitions } = parse(readFileSync(file, 'utf8'), { noLocation: true });
const types = definitions.flatMap((node) =>
  node.kind === Kind.OBJECT_TYPE_DEFINITION ? [node] : [],
);
interface Limitable {
  readonly directives?: readonly ConstDirectiveNode[] | undefined;
}
const isLimited = ({ directives = [] }: Limitable) =>
  directives.some(({ name }) => ['requiresScopes', 'policy'].includes(name.value));
const limited = new Set(types.filter(isLimited).map(({ name }) => name.value));
const named = (type: TypeNode): string =>
  type.kind === Kind.NAMED_TYPE ? type.name.value : named(type.type);

it('what only some may see can be null: else it takes what all may see of its parent with it', () => {
  expect(limited).toContain('ApprovalSeal');
  const voiding = types
    // Who asks for a root field, and who has done a thing, may see it or gets nothing.
    .filter(({ name: { value } }) => !/^(Query|Mutation|Subscription|.*Success)$/u.test(value))
    .flatMap(({ name, fields = [] }) =>
      fields
        .filter(({ type }) => type.kind === Kind.NON_NULL_TYPE)
        .filter((field) => isLimited(field) || limited.has(named(field.type)))
        .map((field) => `${name.value}.${field.name.value}`),
    );
  expect(voiding).toEqual([]);
});
