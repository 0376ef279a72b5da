import { isKnownStaff, personOf } from '@onewindow/identity';
import { comparableText, type Instant } from '@onewindow/kernel';
import type { PersonalDataVault } from '@onewindow/persistence';
import { idFromCommand, newId, type NumberSeries, type Outcome } from '@onewindow/persistence';
import { commandMeta, type Caller, type NotKnown, type Repeatable } from '@onewindow/service';
import type { CaseRefusal } from '../domain/case-refusals.ts';
import type { CaseEvent } from '../domain/case-events.ts';
import type { CaseState } from '../domain/case.ts';
import type { ItemFact, Officer } from '../domain/facts.ts';
import { inService, isPublic } from '../domain/item-in-service.ts';
import { OPEN_STATUSES } from '../domain/permitted.ts';
import { APPLICANT } from '../domain/case.ts';
import { receiptSeries } from '../domain/receipt-number.ts';
import type { CaseJournal } from '../persistence/case-aggregate.ts';
import { queryCodeHash } from '../case-progress/by-receipt.ts';
import { casesIn } from '../queries/list-cases.ts';
import { toCaseView } from '../queries/case-view.ts';
import { maySee } from '../queries/visible-cases.ts';
import type { KnownFacts } from '../replicas/known-facts.ts';
import { personalFields, type ApplicantDetails } from './applicant.ts';
import type { NotAuthorized } from './handle-case.ts';
import { queryCodeOf } from './query-code.ts';

export interface SubmitCaseInput extends Repeatable {
  readonly itemId: string;
  readonly materials: readonly string[];
  readonly applicant: ApplicantDetails;
  readonly matter?: string | null | undefined;
}
export interface SubmitDeps {
  readonly journal: CaseJournal;
  readonly facts: KnownFacts;
  readonly vault: PersonalDataVault;
  /** The numbers on receipts, a series for each centre and day. */
  readonly receipts: NumberSeries;
  /** How many undecided applications for one item one applicant may have. */
  readonly mostOpenApplications: number;
  /** What is answered about an id that nothing is known by: the same for what is hidden. */
  readonly notKnown: (id: string) => NotKnown;
}
type Submitted =
  | Exclude<Outcome<CaseState, CaseEvent, CaseRefusal>, { readonly ok: false }>
  | { readonly ok: false; readonly rejection: SubmitRefusal };
const NOT_HIMSELF: NotAuthorized = {
  code: 'NotAuthorized',
  because: 'NotHimself',
  rule: '个人信息保护法 28',
};
type SubmitRefusal =
  | Extract<Outcome<CaseState, CaseEvent, CaseRefusal>, { readonly ok: false }>['rejection']
  | NotAuthorized
  | NotKnown;

/** A citizen applies for himself; an officer for who stands at his window. */
export async function submitCase(
  deps: SubmitDeps,
  caller: Caller,
  input: SubmitCaseInput,
): Promise<Submitted & { readonly queryCode?: string }> {
  const { journal, facts, vault, receipts, notKnown } = deps;
  const officer = await whoSubmits(deps, caller, input);
  if (officer === 'NotKnownStaff') {
    return { ok: false, rejection: { code: 'NotAuthorized', because: officer } };
  }
  if (officer === 'NotHimself') return { ok: false, rejection: NOT_HIMSELF };
  const { commandId } = input;
  const id = commandId == null ? newId() : idFromCommand('submitCase', caller.viewer.id, commandId);
  const { at } = caller;
  const item = await facts.item(input.itemId);
  const fields = personalFields(input.applicant, input.matter);
  const { personal, digest } = vault.seal({ kind: 'case', id, fields, indexed: ['identity'] });
  const queryCode = queryCodeOf(vault, id);
  const hash = queryCodeHash(vault, id, queryCode);
  const matter = comparableText(fields['matter'] ?? '');
  const filingKey = vault.blindIndex(JSON.stringify([fields['identity'], input.itemId, matter]));
  const series = await seriesOf(deps, item, at);
  if (typeof series !== 'string') return { ok: false, rejection: series };
  const open = await openApplications(deps, { id, input, at });
  const outcome = await receipts.give(
    { series: { 'state.receipt.series': series }, at },
    (serial) =>
      journal.create({
        id,
        personal,
        meta: { ...commandMeta(caller, 'submitCase', input), actor: actorOf(caller, officer) },
        command: {
          type: 'SubmitCase',
          at,
          officer,
          itemId: input.itemId,
          item,
          receipt: { series, serial },
          materials: input.materials,
          applicant: {
            kind: input.applicant.kind,
            digest,
            proof: applicantProof(vault, id, fields),
          },
          openApplications: open,
          filingKey,
          queryCodeHash: hash,
        },
      }),
  );
  if (outcome.ok) {
    return opens(outcome.aggregate.state, hash) ? { ...outcome, queryCode } : outcome;
  }
  const { rejection } = outcome;
  if (rejection.code === 'ItemNotInService' && !isPublic(item)) {
    const answer = notKnown(input.itemId);
    return answer.code === 'NotYetKnown' ? { ok: false, rejection: answer } : outcome;
  }
  return 'fact' in rejection && rejection.fact === 'openApplication'
    ? { ok: false, rejection: await withOpenCase(deps, caller, { rejection, filingKey }) }
    : outcome;
}

/** Who may see the application that is open is told which one it is. */
async function withOpenCase<Rejection extends object>(
  { journal }: SubmitDeps,
  { viewer, at }: Caller,
  { rejection, filingKey }: { readonly rejection: Rejection; readonly filingKey: string },
): Promise<Rejection & { readonly id?: string; readonly receiptNumber?: string }> {
  const open = await journal.findBy('byFilingKey', { 'state.filingKey': filingKey }, at);
  const view = open && toCaseView(open);
  return view && maySee(viewer, view)
    ? { ...rejection, id: view.id, receiptNumber: view.receiptNumber }
    : rejection;
}

/** The applicant's other undecided applications for the item; a repetition is not counted against itself. */
async function openApplications(
  { journal, vault, mostOpenApplications }: SubmitDeps,
  { id, input, at }: { readonly id: string; readonly input: SubmitCaseInput; readonly at: Instant },
): Promise<number> {
  const identity = vault.blindIndex(input.applicant.identityNumber);
  const scope = { name: 'applicant', value: identity } as const;
  const list = casesIn({ scope, item: input.itemId, statuses: OPEN_STATUSES, order: 'NEWEST' });
  const { edges } = await journal.list({ ...list, first: mostOpenApplications + 1 }, at);
  return edges.filter(({ node }) => node.id !== id).length;
}

/** As a receipt's holder shows it by the code, an applicant shows by his identity that the case is his. */
const applicantProof = (
  { blindIndex }: Pick<PersonalDataVault, 'blindIndex'>,
  id: string,
  { identity = '' }: Readonly<Record<string, string>>,
): string => blindIndex(`${id}:${blindIndex(identity)}`);

/** An applicant is nobody in journal and events, so that nobody is followed by what he applies for. */
const actorOf = ({ viewer }: Caller, officer: Officer | null): string =>
  officer === null ? APPLICANT : viewer.id;

/** A case from before codes were derived has another one, which nobody can tell again. */
const opens = (state: CaseState, hash: string) =>
  state.status !== 'ABSENT' && state.queryCodeHash === hash;

/** The officer at the window, or null for the applicant himself; nobody else may hand in an application. */
async function whoSubmits(
  { facts, vault }: SubmitDeps,
  { viewer }: Caller,
  { applicant }: SubmitCaseInput,
): Promise<Officer | null | 'NotKnownStaff' | 'NotHimself'> {
  if (viewer.kind === 'STAFF' && viewer.scopes.has('cases:handle')) {
    return isKnownStaff(viewer) ? facts.officer(personOf(viewer).id) : 'NotKnownStaff';
  }
  const himself =
    viewer.kind === applicant.kind &&
    viewer.identityIndex === vault.blindIndex(applicant.identityNumber);
  return himself ? null : 'NotHimself';
}

/** The item may be known sooner than its centre, by whose code receipts begin. */
async function seriesOf(
  { facts, notKnown }: SubmitDeps,
  item: ItemFact | null,
  at: Instant,
): Promise<string | Extract<NotKnown, { readonly code: 'NotYetKnown' }>> {
  const centre = inService(item)?.centre ?? null;
  // Without a centre the decider refuses the item, and the place is never used.
  if (centre === null) return receiptSeries('', at);
  const code = await facts.centreCode(centre);
  const answer = code === null ? notKnown(centre) : null;
  return answer?.code === 'NotYetKnown' ? answer : receiptSeries(code ?? centre, at);
}
