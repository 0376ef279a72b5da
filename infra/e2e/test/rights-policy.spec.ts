import { composedGraph, demandsOf, mayAsk, objectTypesOf } from '../src/rights/composed-graph.ts';
import { ASKER_NAMES, viewerOf } from '../src/rights/personas.ts';
import {
  fieldPolicies,
  mutationPolicies,
  NO_SIGHT,
  sights,
  tokenAllows,
} from '../src/rights/policy.ts';

const types = objectTypesOf(composedGraph());
const inTheGraph = types.flatMap((type) =>
  Object.values(type.getFields()).map((field) => ({
    type,
    field,
    name: `${type.name}.${field.name}`,
  })),
);
const policies = fieldPolicies().flatMap(({ type, fields, who, rows }) =>
  fields.map((field) => ({ name: `${type}.${field}`, who, rows })),
);
const policyOf = new Map(policies.map((policy) => [policy.name, policy]));

describe('the rights policy', () => {
  it('has a line for every field of every type, and for no other', () => {
    expect([...policyOf.keys()].sort()).toEqual(inTheGraph.map(({ name }) => name).sort());
    expect(policies).toHaveLength(policyOf.size);
  });

  it('says of whose sight each row is', () => {
    const known = new Set([...sights().map(({ name }) => name), ...NO_SIGHT]);
    expect(policies.filter(({ rows }) => !known.has(rows))).toEqual([]);
  });

  it('has a line for every mutation, and for no other', () => {
    const mutations = types.find(({ name }) => name === 'Mutation')?.getFields() ?? {};
    expect(
      mutationPolicies()
        .map(({ name }) => name)
        .sort(),
    ).toEqual(Object.keys(mutations).sort());
  });

  it('lets each asker ask for each field as the graph’s directives do', () => {
    let cells = 0;
    const wrong: string[] = [];
    for (const asker of ASKER_NAMES) {
      const viewer = viewerOf(asker);
      for (const { type, field, name } of inTheGraph) {
        cells += 1;
        const policy = policyOf.get(name);
        const allowed = policy !== undefined && tokenAllows(policy.who, viewer);
        if (allowed !== mayAsk(viewer, demandsOf(type, field))) {
          wrong.push(`${name} for ${asker}: the policy says ${allowed ? 'yes' : 'no'}`);
        }
      }
    }
    expect(wrong).toEqual([]);
    process.stdout.write(`rights matrix: ${cells} cells of fields and askers\n`);
  });

  it('demands a right at the root only: what is hidden on an edge is null or an empty page, and no error', () => {
    const roots = new Set(['Query', 'Mutation', 'Subscription']);
    const demanding = inTheGraph.filter(({ type, field }) => demandsOf(type, field).length > 0);
    expect(demanding.filter(({ type }) => !roots.has(type.name)).map(({ name }) => name)).toEqual(
      [],
    );
    // Of the roots many do.
    expect(demanding.map(({ name }) => name)).toContain('Query.approvalSeal');
  });

  it('lets each asker begin each mutation as its token right says', () => {
    const wrong = mutationPolicies().flatMap(({ name, cells }) => {
      const who = policyOf.get(`Mutation.${name}`)?.who ?? 'anyone';
      return ASKER_NAMES.filter(
        (asker) => (cells[asker] !== 'token') !== tokenAllows(who, viewerOf(asker)),
      ).map((asker) => `${name} for ${asker}`);
    });
    expect(wrong).toEqual([]);
  });
});
