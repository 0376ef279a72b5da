import { randomUUID } from 'node:crypto';
import { ask } from '../src/ask.ts';
import { startCentre, type Centre } from '../src/centre.ts';
import { bringItemIntoService, openCentre } from '../src/opening.ts';
import { composedGraph } from '../src/rights/composed-graph.ts';
import { fieldsOf } from '../src/rights/fields-of-a-path.ts';
import {
  LIVE_PATHS,
  listenToAll,
  stopListening,
  type Listening,
} from '../src/rights/live-paths.ts';
import { MUTATION_INPUTS } from '../src/rights/mutation-inputs.ts';
import type { Path } from '../src/rights/path.ts';
import { GUARDED_TYPES, PATHS } from '../src/rights/paths.ts';
import { ASKER_NAMES, claimsOf, viewerOf, type Asker } from '../src/rights/personas.ts';
import {
  fieldPolicies,
  mutationPolicies,
  sights,
  tokenAllows,
  type FieldPolicy,
  type Outcome,
  type Sight,
} from '../src/rights/policy.ts';
import { stubOf } from '../src/rights/stubs.ts';
import { makeSpecimens, tokenOfAsker, type Specimens } from '../src/rights/specimens.ts';

const graph = composedGraph();
const policyOf = new Map<string, FieldPolicy>(
  fieldPolicies().flatMap((policy) =>
    policy.fields.map((field) => [`${policy.type}.${field}`, policy] as const),
  ),
);
const sightOf = new Map(sights().map((sight) => [sight.name, sight]));

const policiesOf = (path: Pick<Path, 'query'>) =>
  fieldsOf(path, graph)
    .filter((name) => !name.endsWith('.__typename'))
    .map((name) => policyOf.get(name));
const mayAskAll = (path: Pick<Path, 'query'>, asker: Asker) =>
  policiesOf(path).every((one) => one && tokenAllows(one.who, viewerOf(asker)));
/** The same ways, asking only whether a row is there. */
const STUBS = PATHS.map((path) => stubOf(path, graph, GUARDED_TYPES)).filter(
  (path) => path !== null,
);

/** What the policy says of a path for him: every field may be asked for, every row on it is seen. */
function shownTo(path: Pick<Path, 'query' | 'also' | 'instead'>, asker: Asker): Sight {
  const policies = policiesOf(path);
  if (!mayAskAll(path, asker)) return '-';
  const cells = [...policies.map((policy) => policy?.rows ?? ''), ...(path.also ?? [])]
    .map((name) => path.instead?.[name] ?? name)
    .map((name) => sightOf.get(name)?.cells[asker] ?? 'yes');
  return cells.find((cell) => cell === '-') ?? cells.find((cell) => cell === 'open') ?? 'yes';
}

// A centre of eleven processes on a machine that does other things as well.
jest.setTimeout(600_000);

describe('the rights matrix', () => {
  let centre: Centre;
  let specimens: Specimens;
  let listening: Listening;
  const tokens = new Map<Asker, string | undefined>();
  let cells = 0;

  beforeAll(async () => {
    centre = await startCentre();
    await openCentre(centre);
    for (const asker of ASKER_NAMES) tokens.set(asker, await tokenOfAsker(centre, asker));
    specimens = await makeSpecimens(centre, await bringItemIntoService(centre), {
      onceSubmitted: async (caseId) => {
        listening = await listenToAll(centre, { caseId, tokens });
      },
    });
  });
  afterAll(async () => {
    await stopListening(listening);
    process.stdout.write(`rights matrix: ${cells} cells of paths, mutations and askers\n`);
    await centre.stop();
  });

  const askAs = (
    asker: Asker,
    {
      subgraph,
      query,
      variables,
    }: Pick<Path, 'subgraph' | 'query'> & { readonly variables: Readonly<Record<string, unknown>> },
  ) => {
    const token = tokens.get(asker);
    return subgraph
      ? centre.askSubgraph(subgraph, claimsOf(asker, centre.blindIndex), { query, variables })
      : ask<unknown>(centre, { query, variables, ...(token !== undefined && { token }) });
  };

  it('has a path over every field that leads to a row which not everybody sees', () => {
    const asked = new Set([...PATHS, ...LIVE_PATHS].flatMap((path) => fieldsOf(path, graph)));
    const leading = leadingTo(GUARDED_TYPES);
    expect(leading.filter((name) => !asked.has(name))).toEqual([]);
  });

  it('has ways on which a row is hidden behind an edge', () => {
    expect(STUBS.map(({ query }) => query).join(' ')).toContain('seal {\n        id');
    expect(STUBS.length).toBeGreaterThan(10);
  });

  it.each(
    [...PATHS, ...STUBS].map((path) => [
      `${path.kind} ${path.subgraph ?? 'gateway'} ${path.query}`,
      path,
    ]),
  )('shows by %s what the policy says, and to nobody else', async (_, path) => {
    const shown = path.shows(specimens);
    const variables = path.variables(specimens);
    const wrong: string[] = [];
    await byAll(async (asker) => {
      const { data, errors } = await askAs(asker, { ...path, variables });
      const text = JSON.stringify(data ?? null);
      const isThere = typeof shown === 'string' ? text.includes(shown) : shown.test(text);
      // Who may ask is told of no error: what he may not see is null, as the SDL says.
      const fault = errors?.find(
        ({ extensions }) => mayAskAll(path, asker) || !RIGHTS.has(String(extensions?.['code'])),
      );
      cells += 1;
      const expected = shownTo(path, asker);
      if (expected !== 'open' && isThere !== (expected === 'yes')) {
        wrong.push(`${asker}: ${isThere ? 'shown' : 'not shown'}`);
      }
      if (fault) wrong.push(`${asker}: ${JSON.stringify(fault)}`);
    });
    expect(wrong).toEqual([]);
  });

  it.each(LIVE_PATHS.map((path) => [path.query, path] as const))(
    'tells by %s whom the policy names, and nobody else',
    async (_, path) => {
      const shown = path.shows(specimens);
      const streams = listening.get(path);
      const heard = (told: readonly { readonly data: unknown }[]) =>
        told.some(({ data }) => JSON.stringify(data ?? null).includes(String(shown)));
      const wrong: string[] = [];
      await byAll(async (asker) => {
        const stream = streams?.get(asker);
        const isToHear = shownTo(path, asker) === 'yes';
        if (isToHear) await stream?.until(heard).catch(() => undefined);
        if (heard(stream?.told ?? []) !== isToHear)
          wrong.push(`${asker}: ${isToHear ? 'not ' : ''}told`);
        cells += 1;
      });
      expect(wrong).toEqual([]);
    },
  );

  it.each(mutationPolicies().map((policy) => [policy.name, policy] as const))(
    'lets nobody but whom the policy names do %s',
    async (name, { cells: expected }) => {
      const input = MUTATION_INPUTS[name];
      if (!input) throw new Error(`${name} has no input in mutation-inputs.ts`);
      const type = String(graph.getMutationType()?.getFields()[name]?.args[0]?.type);
      const query = `mutation ($input: ${type}) { ${name}(input: $input) { __typename } }`;
      const found: Partial<Record<Asker, Outcome>> = {};
      await byAll(async (asker) => {
        const { expectedVersion, ...made } = input({ specimens, unique: randomUUID() });
        // Whoever is to be refused is refused whatever the version; nobody else changes a specimen.
        const isStale = expectedVersion !== undefined && expected[asker] !== 'refused';
        const variables = { input: isStale ? { ...made, expectedVersion } : made };
        const outcome = outcomeOf(name, await askAs(asker, { query, variables }));
        found[asker] = expected[asker] === 'open' && outcome !== 'token' ? 'open' : outcome;
        cells += 1;
      });
      expect(found).toEqual(expected);
    },
  );
});

/** All askers at once: most of a request is waiting. */
const byAll = (asks: (asker: Asker) => Promise<void>) => Promise.all(ASKER_NAMES.map(asks));

/** How somebody without a right is told so; any other error is a fault. */
const RIGHTS: ReadonlySet<string> = new Set(['FORBIDDEN', 'UNAUTHENTICATED']);

function outcomeOf(
  name: string,
  {
    data,
    errors,
  }: {
    readonly data: unknown;
    readonly errors?: Awaited<ReturnType<typeof ask>>['errors'] | undefined;
  },
): Outcome {
  const code = errors?.[0]?.extensions?.['code'];
  if (RIGHTS.has(String(code))) return 'token';
  if (errors) throw new Error(JSON.stringify(errors));
  const result = (data as Readonly<Record<string, { readonly __typename: string }>>)[name];
  switch (result?.__typename) {
    case 'NotFound':
    case 'NotYetKnown':
      return 'hidden';
    case 'NotAuthorized':
    case 'NotTheSuperior':
    case 'HandlerMayNotSupervise':
    case 'TargetMayNotInvestigate':
      return 'refused';
    default:
      return 'decides';
  }
}

/** The fields by which one gets to these types, through a page or at once. What a mutation answers is told to who did it. */
function leadingTo(guarded: readonly string[]): readonly string[] {
  const targets = new Set(guarded.flatMap((name) => [name, `${name}Connection`]));
  return [...policyOf.keys()].filter((name) => {
    const [type = '', field = ''] = name.split('.');
    if (/Success$|Connection$|Edge$/u.test(type)) return false;
    const found = graph.getType(type);
    return (
      found !== undefined &&
      'getFields' in found &&
      policyOf.get(name)?.rows !== 'own' &&
      targets.has(String(found.getFields()[field]?.type).replace(/[[\]!]/gu, ''))
    );
  });
}
