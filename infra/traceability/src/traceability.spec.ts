import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSchema, Kind, parse, print, type DocumentNode } from 'graphql';
import { brokenClaims } from './claims.ts';
import { parseTable, type Row } from '../setup/table.mjs';

const root = join(import.meta.dirname, '../../..');
const read = (table: string) =>
  parseTable(readFileSync(join(root, 'infra/traceability', `${table}.tsv`), 'utf8'));
const tables = { systems: read('systems'), law: read('law'), reactions: read('reactions') };
const SERVICES = ['items', 'windows', 'cases', 'supervision', 'disclosure'];

/** The graph as clients see it, read from the composed file without any of its directives. */
function graph() {
  const document = parse(readFileSync(join(root, 'gateway/supergraph.graphql'), 'utf8'));
  const plain: DocumentNode = {
    ...document,
    definitions: document.definitions.filter(({ kind }) => kind !== Kind.DIRECTIVE_DEFINITION),
  };
  return buildSchema(print(plain).replaceAll(/^schema\b[^{]*/gm, 'schema '), {
    assumeValidSDL: true,
  });
}

const isThere = (file: string) => /\.spec\.ts$/u.test(file) && existsSync(join(root, file));

const ids = (letter: string, count: number) =>
  Array.from(
    { length: count },
    (_, index) => `${letter}${(index + 1).toString().padStart(2, '0')}`,
  );

describe('traceability', () => {
  it.each([
    ['systems', tables.systems, ids('S', 178)],
    ['reactions', tables.reactions, ids('X', 48)],
    ['law', tables.law, ids('L', 27).map((id) => id.replace('L0', 'L'))],
  ] as const)('has every row of the %s', (_, rows: readonly Row[], expected) => {
    expect([...new Set(rows.map(({ id }) => id))].sort()).toEqual([...expected].sort());
  });

  it.each(Object.entries(tables))(
    '%s: names a service and a state that exist, each pair once',
    (_, rows) => {
      expect(rows.filter(({ service }) => !SERVICES.includes(service))).toEqual([]);
      expect(rows.filter(({ state }) => state !== 'todo' && state !== 'done')).toEqual([]);
      const pairs = rows.map(({ id, service }) => `${id} ${service}`);
      expect(new Set(pairs).size).toBe(pairs.length);
    },
  );

  it.each(Object.entries(tables))(
    '%s: what is done is in the graph, with tests that accept and refuse',
    (_, rows) => {
      expect(brokenClaims(rows, { schema: graph(), isThere })).toEqual([]);
    },
  );

  it('finds a coordinate and a file that do not exist, and that nothing is refused', () => {
    const row: Row = {
      id: 'S01',
      name: 'planted',
      service: 'items',
      state: 'done',
      coordinates: ['Case.id', 'Case.noSuchField'],
      tests: [{ file: 'gone.spec.ts', name: 'x', kind: 'accepts' }],
    };
    expect(brokenClaims([row], { schema: graph(), isThere })).toEqual([
      'S01 (items) is done without a test that refuses',
      'S01 (items) names Case.noSuchField, which the graph does not have',
      'S01 (items) names a file that is not there: gone.spec.ts',
    ]);
  });
});
