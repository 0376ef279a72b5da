import { dayOf, nationalCalendar } from '@onewindow/calendar';
import type { Scope, Viewer } from '@onewindow/identity';
import { createLoader } from '@onewindow/subgraph';
import { Kind } from 'graphql';
import {
  aCase,
  aLetter,
  anItem,
  anOfficer,
  aSeal,
  commands,
  friday,
  ids,
  later,
  lifecycle,
  play,
  report,
} from '../../test/a-case.ts';
import { ACCOUNT, aFeeBill, afterFees, feeCommands, yuan } from '../../test/a-fee-bill.ts';
import type { RequestContext } from '../context.ts';
import { feeBillCommands } from '../fee-bill/fee-bill.commands.ts';
import { FEE_BILL_PERMITTED, feeBillLifecycle } from '../fee-bill/domain/fee-bill-lifecycle.ts';
import type { FeeBillStatus } from '../fee-bill/domain/fee-bill.ts';
import { typeDefs } from '../graphql/type-defs.generated.ts';
import { noticeCommands } from '../notice/notice.commands.ts';
import { allCaseCommands } from './all-case-commands.ts';
import type { CaseStatus, FiledCase } from './domain/case.ts';
import type { ExclusionFact } from './domain/facts.ts';
import { PERMITTED } from './domain/permitted.ts';

/** What acts on no case: what makes one, the books and the account of a centre, and the machine itself. */
const OF_NO_CASE = [
  ...['submitCase', 'nameSpecialAccount', 'openFeeDay', 'closeFeeDay'],
  ...['retryCasesDeadLetter', 'dropCasesDeadLetter', 'eraseCasesTexts'],
];

const CASE = feeCommands.IssueBill.matter.case;
const exclusion: ExclusionFact = { decidedBy: ids.superior, until: later('12-31') };
const scopes: readonly Scope[] = [
  ...(['cases:handle', 'cases:decide', 'cases:centre'] as const),
  ...(['fees:bill', 'fees:invoice', 'fees:collect'] as const),
];
const viewer: Viewer = {
  ...{ id: `staff:${ids.officer}`, kind: 'STAFF', scopes: new Set(scopes), staffId: ids.officer },
  ...{ region: ids.region, centre: ids.centre, department: ids.department },
};

/** What every row is given: its fields are not what is asked here. */
const input = {
  ...{ caseId: CASE, occasion: 'JOINT_MEETING', demands: [{ text: '补充平面图' }] },
  ...{ told: {}, report, materials: ['m2'], lines: [], kind: 'REVIEW', request: 1, step: 1 },
  ...{ how: 'AT_WINDOW', channel: 'SMS', account: ACCOUNT, reason: '原因', payable: yuan('5.00') },
};

/** One request of an officer whom a supervisor keeps away from this case, or from none. */
function requestOf(kept: ExclusionFact | null, view: object): RequestContext {
  const caller = { viewer, at: friday, traceparent: '' };
  const facts = {
    officer: (id: string, caseId?: string) =>
      Promise.resolve(anOfficer({ id, excluded: caseId === CASE ? kept : null })),
    item: () => Promise.resolve(anItem()),
    seal: () => Promise.resolve({ seal: aSeal(), keeper: null }),
    sealOf: () => Promise.resolve(aSeal()),
    leaderInCharge: () => Promise.resolve(ids.officer),
  };
  const journal = {
    list: () => Promise.resolve({ edges: [] }),
    findBy: () => Promise.resolve(null),
  };
  const settled = createLoader((all: readonly string[]) => Promise.resolve(all.map(() => true)));
  return {
    ...{ viewer, caller, facts, feesSettled: settled },
    anyCase: createLoader((all: readonly string[]) => Promise.resolve(all.map(() => inProcess))),
    excluded: createLoader((all: readonly string[]) =>
      Promise.resolve(all.map((id) => (id === CASE ? (kept ?? undefined) : undefined))),
    ),
    kinds: { of: () => ({ journal, fresh: () => Promise.resolve(view) }) },
    vault: { open: () => Promise.resolve([null]) },
    calendarOf: () => nationalCalendar,
  } as unknown as RequestContext;
}

interface Made {
  readonly rejection?: { readonly code: string };
  readonly [field: string]: unknown;
}
interface Row {
  readonly does?: string;
  readonly creates?: string;
  readonly action?: string;
  readonly bars?: (viewer: Viewer, view: object, context: RequestContext) => unknown;
  readonly command: (asked: object, given: object, view: object) => Promise<Made> | Made;
}
type Decision = ReturnType<typeof lifecycle.decide | typeof feeBillLifecycle.decide>;
interface Walked {
  readonly row: Row;
  /** What it is done to, as far as the tables know: one of them takes it. */
  readonly views: readonly object[];
  /** What the decider says with who acts as the row has made him. */
  readonly decide: (row: Row, made: Made, view: object) => Decision | null;
}

const shown = (state: object) => ({ personal: undefined, ...state, id: CASE, version: 1 });
const another = '0192a000-0000-7000-8000-0000000000c1';
const colleague = anOfficer({ id: another, letters: [aLetter({ delegate: another })] });
const upward = anItem({ handlingMode: 'REFERRED_UP' });
const referral = {
  ...commands.BeginStep,
  ...{ kind: 'REFERRAL' as const, item: upward, authority: '省局', opinion: '同意上报' },
};
const inProcess = aCase('IN_PROCESS');
const filed: readonly FiledCase[] = [
  ...(Object.keys(PERMITTED) as (CaseStatus | 'ABSENT')[]).flatMap((status) =>
    status === 'ABSENT' ? [] : [aCase(status)],
  ),
  play([{ ...commands.SubmitCase, materials: ['m1'] }]),
  play([commands.SuspendCase], inProcess),
  play([{ ...commands.BeginStep, toldDays: 5 }], inProcess),
  play([{ ...commands.AskFor, officer: colleague }], inProcess),
  play([commands.SetUrgent], inProcess),
  play([
    { ...commands.SubmitCase, item: upward },
    { ...commands.AcceptCase, item: upward },
    referral,
  ]),
];
const paper = { reference: '撤-1', signedOn: dayOf(friday) };
const caseExamples = { ...commands, WithdrawCase: { ...commands.WithdrawCase, paper } };
const bills = [
  ...(Object.keys(FEE_BILL_PERMITTED) as (FeeBillStatus | 'ABSENT')[]).map((status) =>
    status === 'ABSENT' ? ({ status } as const) : aFeeBill(status),
  ),
  afterFees([feeCommands.ChiefReview], aFeeBill('RELIEF_PENDING')),
];

/** Who acts, as the row has made him, with an example in which nothing else is wrong. */
const acting = ({ does, creates }: Row, { officer, by }: Made, examples: object) => ({
  ...(examples as Readonly<Record<string, object>>)[does ?? creates ?? ''],
  ...(officer !== undefined && { officer }),
  ...(by !== undefined && { by }),
});
const walkedIn = (rows: object, how: Omit<Walked, 'row'>) =>
  Object.entries(rows).map(([name, row]) => [name, { row: row as Row, ...how }] as const);

const all: readonly (readonly [string, Walked])[] = [
  ...walkedIn(allCaseCommands.rows, {
    views: filed.map((state) => shown({ ...state, channel: 'WINDOW' })),
    decide: (row, made, view) =>
      lifecycle.decide(acting(row, made, caseExamples) as never, view as never),
  }),
  ...walkedIn(feeBillCommands.rows, {
    views: bills.map((state) => shown({ ...aCase('IN_PROCESS'), ...state, case: CASE })),
    decide: (row, made, view) =>
      feeBillLifecycle.decide(
        acting(row, made, feeCommands) as never,
        (row.creates === undefined ? view : { status: 'ABSENT' }) as never,
      ),
  }),
  // A notice carries no officer: its rows refuse themselves.
  ...walkedIn(noticeCommands.rows, {
    views: [shown({ ...inProcess, case: CASE, unserved: true })],
    decide: () => null,
  }),
];
const walked = all.filter(([name]) => !OF_NO_CASE.includes(name));

/** The refusal's code, null where it is taken. */
async function answered({ row, decide }: Walked, view: object, kept: ExclusionFact | null) {
  const context = requestOf(kept, view);
  const made = await row.command(input, { id: 'new', viewer, at: friday, context }, view);
  if (made.rejection) return made.rejection.code;
  const decision = decide(row, made, view);
  return decision === null || decision.accepted ? null : decision.rejection.code;
}
const barred = async ({ row }: Walked, view: object, kept: ExclusionFact | null) =>
  (await row.bars?.(viewer, view, requestOf(kept, view))) ?? null;

it('every mutation of this service acts on no case, or is walked over here', () => {
  const mutations = typeDefs.definitions.flatMap((node) =>
    node.kind === Kind.OBJECT_TYPE_EXTENSION && node.name.value === 'Mutation'
      ? (node.fields ?? []).map(({ name }) => name.value)
      : [],
  );
  const named = [...new Set([...OF_NO_CASE, ...walked.map(([name]) => name)])];
  expect(named.sort()).toEqual([...mutations].sort());
});

describe('whom a supervisor keeps away does nothing with the case, its papers and its money (X24, 000:16)', () => {
  it.each(walked)('%s', async (_, one) => {
    let taken = 0;
    for (const view of one.views) {
      if ((await answered(one, view, null)) !== null) continue;
      expect(await answered(one, view, exclusion)).toBe('ExcludedFromCase');
      taken += 1;
    }
    expect(taken).toBeGreaterThan(0);
  });

  it.each(walked)('%s: until that ends', async (_, one) => {
    const over = { ...exclusion, until: friday };
    for (const view of one.views) {
      expect(await answered(one, view, over)).toBe(await answered(one, view, null));
    }
  });

  it.each(walked.filter(([, { row }]) => row.action !== undefined))(
    '%s is not offered to him',
    async (_, one) => {
      let offered = 0;
      for (const view of one.views) {
        if ((await barred(one, view, null)) !== null) continue;
        expect(await barred(one, view, exclusion)).toEqual({ code: 'ExcludedFromCase' });
        offered += 1;
      }
      expect(offered).toBeGreaterThan(0);
    },
  );
});
