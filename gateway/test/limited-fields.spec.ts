import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Kind, parse, type FieldDefinitionNode } from 'graphql';
import { workspaceRoot } from '@onewindow/runtime/embedded';
import { RATE_OF_FIELD } from '../src/rates/rate-kinds.ts';

const file = join(workspaceRoot(process.cwd()), 'gateway', 'supergraph.graphql');
const { definitions } = parse(readFileSync(file, 'utf8'), { noLocation: true });
const rootFields = new Map(
  definitions.flatMap((node) =>
    node.kind === Kind.OBJECT_TYPE_DEFINITION &&
    ['Query', 'Mutation', 'Subscription'].includes(node.name.value)
      ? (node.fields ?? []).map((field): [string, FieldDefinitionNode] => [
          `${node.name.value}.${field.name.value}`,
          field,
        ])
      : [],
  ),
);

it('every field with a limit of its own is in the graph', () => {
  expect([...RATE_OF_FIELD.keys()].filter((name) => !rootFields.has(name))).toEqual([]);
});

it('every mutation that is open to more than officials has a limit of its own, but one', () => {
  const isForOfficials = ({ directives = [] }: FieldDefinitionNode) =>
    directives.some(({ name }) => ['requiresScopes', 'policy'].includes(name.value));
  const open = [...rootFields]
    .filter(([name, field]) => name.startsWith('Mutation.') && !isForOfficials(field))
    .map(([name]) => name);
  expect(open.length).toBeGreaterThan(3);
  // Of his own case, once.
  const once = ['Mutation.withdrawCase'];
  expect(open.filter((name) => !RATE_OF_FIELD.has(name)).sort()).toEqual(once);
});

it('every field that takes the query code of a receipt has the limit of trying codes', () => {
  const takesCode = [...rootFields].filter(([, { arguments: args = [] }]) =>
    args.some(({ name }) => ['queryCode', 'receipt'].includes(name.value)),
  );
  expect(takesCode.map(([name]) => name).length).toBeGreaterThan(1);
  for (const [name] of takesCode)
    expect([name, RATE_OF_FIELD.get(name)]).toEqual([name, 'progress']);
});
