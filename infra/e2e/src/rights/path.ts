import type { Service } from '../centre.ts';
import type { Specimens } from './specimens.ts';

export type PathKind = 'root' | 'edge' | '_entities' | 'list' | 'count' | 'search';

/** One way to a specimen. Who is shown it by this way is what the policy says of all the fields in it. */
export interface Path {
  readonly kind: PathKind;
  /** Asked of the gateway when absent. */
  readonly subgraph?: Service;
  readonly query: string;
  readonly variables: (specimens: Specimens) => Readonly<Record<string, unknown>>;
  /** What is in the answer when the row was shown: its own fact, and nothing that the question says. */
  readonly shows: (specimens: Specimens) => string | RegExp;
  /** Sights that the fields alone don't tell. */
  readonly also?: readonly string[];
  /** Of whose sight its row is in place of what the fields say: by the name of that, the sight of this row. */
  readonly instead?: Readonly<Record<string, string>>;
}

type Leading = Pick<Path, 'also' | 'instead'> & {
  /** The variable `id`, or the entity's key. */
  readonly id?: (specimens: Specimens) => string;
};

/** An operation that a client sends to the gateway. */
export const gateway = (
  ...[kind, query, shows, { id, ...given } = {}]: [
    kind: PathKind,
    query: string,
    shows: Path['shows'],
    given?: Leading,
  ]
): Path => ({
  ...{ kind, query, shows, ...given },
  variables: (specimens) => (id ? { id: id(specimens) } : {}),
});

/** What the gateway asks a subgraph of an entity. */
export const entity = (
  subgraph: Service,
  [type, fields]: readonly [type: string, fields: string],
  {
    id,
    ...given
  }: Pick<Path, 'shows' | 'instead'> & { readonly id: (specimens: Specimens) => string },
): Path => ({
  ...{ kind: '_entities', subgraph, ...given },
  query: `query ($representations: [_Any!]!) { _entities(representations: $representations) { ... on ${type} { ${fields} } } }`,
  variables: (specimens) => ({ representations: [{ __typename: type, id: id(specimens) }] }),
});

/** As many rows as a page holds: the specimen is among them. */
export const MANY = 'first: 100';
export const counted = () => /"totalCount":[1-9]/u;
export const receipt: Path['shows'] = ({ receiptNumber }) => receiptNumber;
export const caseId = (specimens: Specimens) => specimens.caseId;
export const applicant = () => '"name":"示例居民"';
