import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { SCOPES, type ViewerClaims } from '@onewindow/identity';
import { idFromCode } from '@onewindow/persistence';
import { workspaceRoot } from '@onewindow/runtime/embedded';
import {
  buildSchema,
  getNamedType,
  isInterfaceType,
  isLeafType,
  isNonNullType,
  isObjectType,
  Kind,
  parse,
  print,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLObjectType,
} from 'graphql';
import { eventually } from '../src/ask.ts';
import { SERVICES, startCentre, type Centre, type Service } from '../src/centre.ts';
import { persist } from '../src/one-case.ts';
import { complaint, exclusion } from '../src/overdue-case.ts';
import { act, bringItemIntoService, openCentre } from '../src/opening.ts';
import {
  centreId,
  chiefId,
  departmentId,
  officerId,
  REGION,
  regionId,
  standingRuleId,
  supervisorId,
  windowId,
} from '../src/people.ts';
import { letterOf, makeSpecimens, rejectOne, sealOf } from '../src/rights/specimens.ts';

/** Staff who sees every row of the centre, its department and its region. */
const EVERYTHING: ViewerClaims = {
  ...{ kind: 'STAFF', sub: 'edges', scope: SCOPES.join(' '), staffId: supervisorId },
  ...{ department: departmentId, centre: centreId, region: regionId },
};

/** Root lists that name further rows of these types. */
const LISTS: readonly (readonly [Service, type: string, query: string])[] = [
  ['items', 'ServiceItem', '{ rows: items(first: 3) { edges { node { id } } } }'],
  ['windows', 'Department', '{ rows: departments(first: 3) { edges { node { id } } } }'],
  ['cases', 'Case', '{ rows: cases(first: 3) { edges { node { id } } } }'],
  [
    'supervision',
    'SupervisionAlert',
    '{ rows: supervisionAlerts(first: 3) { edges { node { id } } } }',
  ],
  [
    'supervision',
    'EfficiencyComplaint',
    '{ rows: efficiencyComplaints(first: 3) { edges { node { id } } } }',
  ],
  [
    'supervision',
    'NegativeDecisionReport',
    '{ rows: negativeDecisionReports(first: 3) { edges { node { id } } } }',
  ],
  [
    'disclosure',
    'DisclosureEntry',
    '{ rows: disclosureEntries(first: 3) { edges { node { id } } } }',
  ],
];

/** Rows whose references must be of one shape: by which field of its own each type is known. */
const KEYS: Readonly<Record<string, string>> = { CaseProgress: 'caseId' };

// A centre of eleven processes on a machine that does other things as well.
jest.setTimeout(600_000);

describe('what an edge costs', () => {
  let centre: Centre;
  const rows = new Map<string, readonly string[]>();

  beforeAll(async () => {
    centre = await startCentre();
    await openCentre(centre);
    const item = await bringItemIntoService(centre);
    const specimens = await makeSpecimens(centre, item);
    const [name, code] = ['示例', 'E2E-02'];
    const manage = (mutation: string, input: object, of: string) =>
      act(centre, 'manager', { name: mutation, input, success: `{ ${of} { id } }` });
    await manage('registerRegion', { code: '51160201', name, parentId: regionId }, 'region');
    const below = idFromCode('region', '51160201');
    await act(centre, 'importer', {
      name: 'setStandingRule',
      input: {
        regionId: below,
        document: '示例',
        calendar: { regionalHolidays: [], overrides: [] },
      },
      success: '{ standingRule { id } }',
    });
    rows.set('StandingRule', [standingRuleId, idFromCode('standing-rule', `CALENDAR/${below}`)]);
    const above = { regionId, superiorCentreId: centreId, level: 'TOWNSHIP_STREET' };
    await manage('registerCentre', { ...above, code, name }, 'centre');
    const served = { type: 'PERMANENT', departmentIds: [departmentId] };
    await manage('openWindow', { ...served, number: 'A02', name }, 'window');
    await manage('registerSeal', { code: 'E2E-SEAL-2', departmentId }, 'seal');
    const departments = [{ name, codes: ['E2E-D2'], regionCode: REGION.code }];
    await act(centre, 'importer', {
      ...{ name: 'registerDepartments', input: { commandId: randomUUID(), departments } },
      success: '{ outcomes { outcome } }',
    });
    await rejectOne(centre, item);
    await persist(centre, complaint(specimens.rejectedCaseId));
    for (const [service, type, query] of LISTS) {
      rows.set(
        type,
        await eventually(
          () => idsOf(service, query),
          (ids) => ids.length > 1,
        ),
      );
    }
    rows.set('ReportedDenial', await denialsReported());
    const { id: exclusionId } = await persist(centre, exclusion(specimens.rejectedCaseId));
    rows.set('CaseExclusion', [specimens.exclusionId, exclusionId]);
    const cases = [specimens.caseId, specimens.rejectedCaseId];
    rows.set('Case', cases);
    rows.set('CaseProgress', cases);
    const told = `{ case: caseById(id: "${specimens.caseId}") { rows: notices(first: 3) { edges { node { id } } } } }`;
    rows.set(
      'Notice',
      await eventually(
        () => noticesTold(told),
        (found) => found.length > 1,
      ),
    );
    rows.set('Region', [regionId, below]);
    rows.set('ServiceCentre', [centreId, idFromCode('centre', code)]);
    rows.set('Window', [windowId, idFromCode('window', `${centreId}/A02`)]);
    rows.set('StaffMember', [officerId, chiefId, supervisorId]);
    rows.set('ApprovalSeal', [sealOf('E2E-SEAL'), sealOf('E2E-SEAL-2')]);
    rows.set('AuthorizationLetter', [letterOf('授〔2026〕1号'), letterOf('授〔2026〕2号')]);
  });
  afterAll(() => centre.stop());

  async function idsOf(service: Service, query: string): Promise<readonly string[]> {
    const { data } = await centre.askSubgraph(service, EVERYTHING, { query });
    const page = data?.['rows'] as Rows | undefined;
    return (page?.edges ?? []).map(({ node }) => node.id);
  }
  /** What the applicant of a case was told. */
  async function noticesTold(query: string): Promise<readonly string[]> {
    const { data } = await centre.askSubgraph('cases', EVERYTHING, { query });
    const found = data?.['case'] as { readonly rows: Rows } | undefined;
    return (found?.rows.edges ?? []).map(({ node }) => node.id);
  }
  /** What is reported of denials, by the keys that supervision names it by. */
  async function denialsReported(): Promise<readonly string[]> {
    const query =
      '{ rows: negativeDecisionReports(first: 3) { edges { node { grounds { id } } } } }';
    const { data } = await centre.askSubgraph('supervision', EVERYTHING, { query });
    const page = data?.['rows'] as
      | {
          readonly edges: readonly {
            readonly node: { readonly grounds: { readonly id: string } };
          }[];
        }
      | undefined;
    return (page?.edges ?? []).map(({ node }) => node.grounds.id);
  }
  const commandsOf = async (service: Service): Promise<number> =>
    (await centre.metricsOf(service))
      .split('\n')
      .filter((line) => line.startsWith('onewindow_request_mongo_commands_total'))
      .reduce((sum, line) => sum + Number(line.slice(line.lastIndexOf(' ') + 1)), 0);

  it.each(edgesOfAll())(
    'is the same for one and for many: %s',
    async (_, { service, type, selection }) => {
      const ids = rows.get(type) ?? [];
      const costOf = async (some: readonly string[], shown: string) => {
        const key = KEYS[type] ?? 'id';
        const before = await commandsOf(service);
        const { data, errors } = await centre.askSubgraph(service, EVERYTHING, {
          query: `query ($representations: [_Any!]!) { _entities(representations: $representations) { ... on ${type} { ${shown} } } }`,
          variables: { representations: some.map((id) => ({ __typename: type, [key]: id })) },
        });
        expect(errors).toBeUndefined();
        const found = (data?.['_entities'] ?? []) as readonly unknown[];
        expect(found.filter((row) => row !== null)).toHaveLength(some.length);
        return (await commandsOf(service)) - before;
      };
      /** By how much all rows cost more than the dearest of them. */
      const growthOf = async (shown: string) => {
        const each: number[] = [];
        for (const id of ids) each.push(await costOf([id], shown));
        return (await costOf(ids, shown)) - Math.max(...each);
      };
      expect(ids.length).toBeGreaterThan(1);
      if ((await growthOf(selection)) <= 0) return;
      // One row may lead to what another doesn't, and that to something else: then no field alone costs more for many.
      const grown: string[] = [];
      for (const alone of fieldsAlone(selection)) {
        if ((await growthOf(alone)) > 0) grown.push(alone);
      }
      expect(grown).toEqual([]);
    },
  );
});

/** The edge with each of its fields alone. */
function fieldsAlone(selection: string): readonly string[] {
  const [operation] = parse(`{ ${selection} }`).definitions;
  const [edge] =
    operation?.kind === Kind.OPERATION_DEFINITION ? operation.selectionSet.selections : [];
  if (edge?.kind !== Kind.FIELD) throw new Error(`No edge: ${selection}`);
  return (edge.selectionSet?.selections ?? []).map((one) => `${edge.name.value} { ${print(one)} }`);
}

interface Rows {
  readonly edges: readonly { readonly node: { readonly id: string } }[];
}
interface Edge {
  readonly service: Service;
  readonly type: string;
  readonly selection: string;
}

/** Every field of every entity that leads on to objects, in each subgraph that resolves it. */
function edgesOfAll(): (readonly [string, Edge])[] {
  return SERVICES.flatMap((service) => {
    const file = join(workspaceRoot(process.cwd()), 'services', service, 'subgraph.graphql');
    const graph = buildSchema(readFileSync(file, 'utf8'), { assumeValidSDL: true });
    return Object.values(graph.getTypeMap())
      .filter((type): type is GraphQLObjectType => isObjectType(type) && isResolvedHere(type))
      .flatMap((type) =>
        Object.values(type.getFields()).flatMap((field) => {
          const selection = isLeafType(getNamedType(field.type)) ? null : selectionOf(field, 1);
          const name = `${service} ${type.name}.${field.name}`;
          return selection === null
            ? []
            : [[name, { service, type: type.name, selection }] as const];
        }),
      );
  });
}

function isResolvedHere({ astNode, extensionASTNodes }: GraphQLObjectType): boolean {
  return [astNode, ...extensionASTNodes]
    .flatMap((node) => node?.directives ?? [])
    .some(
      (directive) => directive.name.value === 'key' && !/resolvable: false/u.test(print(directive)),
    );
}

/** The field with all that is below it: pages whole, and `depth` further objects. Null where it needs arguments. */
function selectionOf(field: GraphQLField<unknown, unknown>, depth: number): string | null {
  if (
    field.args.some(
      (argument) => isNonNullType(argument.type) && argument.defaultValue === undefined,
    )
  ) {
    return null;
  }
  const type = getNamedType(field.type);
  return isLeafType(type) ? field.name : `${field.name} { ${fieldsBelow(type, depth)} }`;
}

function fieldsBelow(type: GraphQLNamedType, depth: number): string {
  if (!isObjectType(type) && !isInterfaceType(type)) return '__typename';
  const isOfPage = /(Connection|Edge)$/u.test(type.name);
  const fields = Object.values(type.getFields()).flatMap((field) => {
    const leads = !isLeafType(getNamedType(field.type));
    if (leads && depth === 0 && !isOfPage) return [];
    return selectionOf(field, leads && !isOfPage ? depth - 1 : depth) ?? [];
  });
  return ['__typename', ...fields].join(' ');
}
