import { itemsJournalSealMade, type EventEnvelope } from '@onewindow/contracts';
import { instant } from '@onewindow/kernel';
import { useDatabase } from '@onewindow/persistence/testing';
import { query, until } from '@onewindow/service/testing';
import { anybody, startDisclosure, type RunningDisclosure } from './running-disclosure.ts';
import { sealsOf } from './sealed-journals.ts';

const elsewhere = useDatabase();
let disclosure: RunningDisclosure;
let told: readonly Told[] = [];
beforeAll(async () => {
  disclosure = await startDisclosure();
  told = (await sealsOf('items', elsewhere().database, 3)).map(dataOf);
  for (const [index, data] of told.entries()) await tells(data, index);
  await until(async () => (await list({})).totalCount === 3);
});
afterAll(async () => {
  await disclosure.stop();
});

type Told = ReturnType<typeof itemsJournalSealMade.schema.parse>;
const dataOf = ({ data }: EventEnvelope) => itemsJournalSealMade.schema.parse(data);
const hour = (index: number) => instant(`2026-09-18T0${(index + 1).toString()}:00:00.000Z`);
const tells = ({ snapshot, happened }: Told, index: number) =>
  disclosure
    .neighbour('items')
    .tells(itemsJournalSealMade, snapshot, { happened, time: hour(index) });

interface Seal {
  readonly number: number;
  readonly service: string;
  readonly standing: string;
  readonly seal: { readonly head: string; readonly madeAt: string };
  readonly others: readonly { readonly head: string }[];
}
interface Page {
  readonly totalCount: number;
  readonly edges: readonly { readonly node: Seal }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
}
const seals = query<{ readonly journalSeals: Page }>(
  `query ($service: String! = "items", $from: DateTime, $to: DateTime, $first: Int, $after: String) {
    journalSeals(service: $service, from: $from, to: $to, first: $first, after: $after) {
      totalCount pageInfo { hasNextPage endCursor }
      edges { node { id number service standing keptAt seal { previous root size head madeAt } others { head } } } } }`,
);
const list = async (variables: object) =>
  (await disclosure.ask(anybody, seals, variables)).journalSeals;
const numbers = ({ edges }: Page) => edges.map(({ node }) => node.number);

describe('the seals of journals, which everybody can read', () => {
  it('are those that a service told, newest first, page by page', async () => {
    const page = await list({ first: 2 });
    expect(numbers(page)).toEqual([3, 2]);
    expect(page).toMatchObject({ totalCount: 3, pageInfo: { hasNextPage: true } });
    expect(page.edges[0]?.node).toMatchObject({
      service: 'items',
      standing: 'HOLDS',
      seal: { head: told[2]?.snapshot.head, madeAt: '2026-09-18T11:00:00.000+08:00' },
      others: [],
    });
    expect(numbers(await list({ first: 2, after: page.pageInfo.endCursor }))).toEqual([1]);
    expect(await list({ service: 'cases' })).toMatchObject({ totalCount: 0, edges: [] });
  });

  it('are those of a time, from its beginning to before its end', async () => {
    expect(numbers(await list({ from: hour(1) }))).toEqual([3, 2]);
    expect(numbers(await list({ from: hour(0), to: hour(1) }))).toEqual([1]);
    expect(numbers(await list({ to: hour(2) }))).toEqual([2, 1]);
  });

  it('cost one Mongo command, and one more for how they stand', async () => {
    const plain = '{ journalSeals(service: "items") { edges { node { number } } } }';
    expect(await disclosure.costOf(() => disclosure.operate(anybody, plain))).toBe(1);
    const standing = '{ journalSeals(service: "items") { edges { node { standing } } } }';
    expect(await disclosure.costOf(() => disclosure.operate(anybody, standing))).toBe(2);
  });

  it('show another that was told for the same number', async () => {
    const [, forged] = (await sealsOf('items', elsewhere().database, 2)).map(dataOf);
    if (!forged) throw new Error('There are two.');
    const id = '0192a000-0000-7000-8000-0000000000ff';
    await tells({ ...forged, snapshot: { ...forged.snapshot, id } }, 4);
    await until(async () => (await list({})).edges[1]?.node.standing === 'CONTRADICTED');
    const [newest, contradicted] = (await list({})).edges;
    expect(contradicted?.node).toMatchObject({
      number: 2,
      seal: { head: told[1]?.snapshot.head },
      others: [{ head: forged.snapshot.head }],
    });
    expect(newest?.node).toMatchObject({ number: 3, standing: 'HOLDS' });
  });
});
