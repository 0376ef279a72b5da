import { isKnownStaff, personOf, type Viewer } from '@onewindow/identity';
import { comparableText, reject } from '@onewindow/kernel';
import type { Outcome, PersonalDataVault } from '@onewindow/persistence';
import { sealedWith, type NotKnown } from '@onewindow/service';
import { queryCodeHash } from '../case-progress/by-receipt.ts';
import type { RequestContext } from '../context.ts';
import type { ItemAtCentre } from '../replicas/known-facts.ts';
import { isIdentityNumber, personalFields } from './applicant.ts';
import { caseKind, type CaseView } from './case.kind.ts';
import type { SubmitCase } from './domain/case-commands.ts';
import type { CaseEvent } from './domain/case-events.ts';
import { APPLICANT, type CaseState } from './domain/case.ts';
import { inService, isPublic } from './domain/item-in-service.ts';
import { receiptSeries } from './domain/receipt-number.ts';
import { OPEN_STATUSES } from './domain/statuses.ts';
import { queryCodeOf } from './query-code.ts';
import type { SubmitCaseInput } from './submit-case-input.ts';

interface Submitting {
  readonly id: string;
  readonly context: RequestContext;
}
type Submission = Omit<SubmitCase, 'type' | 'at'>;
type Submitted = Outcome<CaseState, CaseEvent, { readonly code: string }>;

/** Who may hand in an application for another: an officer, for who stands at his window. */
const standsAtWindow = ({ kind, scopes }: Viewer) => kind === 'STAFF' && scopes.has('cases:handle');

/** An applicant is nobody in journal and events, so that nobody is followed by what he applies for. */
export const whoIsWrittenDown = (viewer: Viewer): string =>
  standsAtWindow(viewer) ? viewer.id : APPLICANT;

/** What the decider needs to know of an application, with who applies sealed beside it. */
export async function submission(input: SubmitCaseInput, { id, context }: Submitting) {
  const { acceptDemoNumbers, caller, facts, vault } = context;
  const { itemId, materials, applicant } = input;
  if (!isIdentityNumber(applicant, { acceptDemoNumbers, at: caller.at })) {
    return reject({ code: 'NotAnybodysNumber' });
  }
  const submitter = whoSubmits(context, input);
  if (typeof submitter === 'string') return reject({ code: 'NotAuthorized', because: submitter });
  const [officer, { item, centreCode }, openApplications] = await Promise.all([
    submitter === null ? null : facts.officer(submitter.officerId),
    facts.itemAtCentre(itemId),
    otherOpenApplications(context, id, input),
  ]);
  const series = seriesOf(context, { item, centreCode }, itemId);
  if (typeof series !== 'string') return reject(series);
  const fields = personalFields(applicant, input.matter);
  const { personal, digest } = vault.seal({ kind: 'case', id, fields, indexed: ['identity'] });
  const matter = comparableText(fields['matter'] ?? '');
  return sealedWith(personal, {
    officer,
    itemId,
    item,
    // Its place in the series it gets with the write.
    receipt: { series, serial: 0 },
    materials,
    applicant: { kind: applicant.kind, digest, proof: applicantProof(vault, id, fields) },
    openApplications,
    filingKey: vault.blindIndex(JSON.stringify([fields['identity'], itemId, matter])),
    queryCodeHash: queryCodeHash(vault, id, queryCodeOf(vault, id)),
  });
}

/** Writes it with the next number of its series. Who may see the same application that is open is told which it is. */
export async function numbered(
  create: (submission: Submission) => Promise<Submitted>,
  given: Submission,
  { context }: Submitting,
): Promise<Submitted> {
  const { series } = given.receipt;
  const { at } = context.caller;
  const outcome = await context.receipts.give(
    { series: { 'state.receipt.series': series }, at },
    (serial) => create({ ...given, receipt: { series, serial } }),
  );
  if (outcome.ok || !isOpenAlready(outcome.rejection)) return outcome;
  const open = await openApplication(context, given.filingKey);
  if (!open) return outcome;
  const { id, receiptNumber } = open;
  const told = { ...outcome.rejection, id, receiptNumber };
  return { ok: false, rejection: told };
}

/** What opens `caseProgress`. A case from before codes were derived has another, which nobody can tell again. */
export function queryCodeToTell(
  { aggregate: { state } }: Extract<Submitted, { readonly ok: true }>,
  { id, context: { vault } }: Submitting,
): { readonly queryCode: string | null } {
  const code = queryCodeOf(vault, id);
  const opens = state.status !== 'ABSENT' && state.queryCodeHash === queryCodeHash(vault, id, code);
  return { queryCode: opens ? code : null };
}

const isOpenAlready = (rejection: { readonly code: string; readonly fact?: string }) =>
  rejection.code === 'AlreadyExists' && rejection.fact === 'openApplication';

/** Which application is open already, for who may see it. */
async function openApplication(
  { caller, kinds }: RequestContext,
  filingKey: string,
): Promise<CaseView | null> {
  const { journal, shows } = kinds.of(caseKind);
  const open = await journal.findBy('byFilingKey', { 'state.filingKey': filingKey }, caller.at);
  const view = open && caseKind.toView(open);
  return view && (await shows(view)) ? view : null;
}

/** The applicant's other undecided applications for the item; a repetition is not counted against itself. */
async function otherOpenApplications(
  { kinds, vault, mostOpenApplications }: RequestContext,
  id: string,
  { applicant, itemId }: SubmitCaseInput,
): Promise<number> {
  const own = {
    'personal.index.identity': vault.blindIndex(applicant.identityNumber),
    'state.itemId': itemId,
    'state.status': OPEN_STATUSES,
  };
  const { journal } = kinds.of(caseKind);
  const open = await journal.idsBy('openOfItem', own, mostOpenApplications + 1);
  return open.filter((other) => other !== id).length;
}

/** As a receipt's holder shows it by the code, an applicant shows by his identity that the case is his. */
const applicantProof = (
  { blindIndex }: Pick<PersonalDataVault, 'blindIndex'>,
  id: string,
  { identity = '' }: Readonly<Record<string, string>>,
): string => blindIndex(`${id}:${blindIndex(identity)}`);

/** The officer at the window, or null for the applicant himself; nobody else may hand in an application. */
function whoSubmits(
  { vault, viewer }: RequestContext,
  { applicant }: SubmitCaseInput,
): { readonly officerId: string } | null | 'NotKnownStaff' | 'NotAtWindow' | 'NotHimself' {
  if (standsAtWindow(viewer)) {
    return isKnownStaff(viewer) ? { officerId: personOf(viewer).id } : 'NotKnownStaff';
  }
  // Who works here and takes nothing in is told so, and not what an applicant is told.
  if (viewer.kind === 'STAFF' || viewer.kind === 'SERVICE') return 'NotAtWindow';
  const isHimself =
    viewer.kind === applicant.kind &&
    viewer.identityIndex === vault.blindIndex(applicant.identityNumber);
  return isHimself ? null : 'NotHimself';
}

type NotYetKnown = Extract<NotKnown, { readonly code: 'NotYetKnown' }>;

/**
 * The series of the centre and the day, or that item or centre are not known here yet: events may be on their way,
 * and the item may be known sooner than its centre, by whose code receipts begin.
 */
function seriesOf(
  context: RequestContext,
  { item, centreCode }: ItemAtCentre,
  itemId: string,
): string | NotYetKnown {
  const { at } = context.caller;
  const centre = inService(item)?.centre ?? null;
  // Without a centre the decider refuses the item, and the place is never used.
  if (centre === null) {
    return (isPublic(item) ? null : notYetKnown(context, itemId)) ?? receiptSeries('', at);
  }
  const answer = centreCode === null ? notYetKnown(context, centre) : null;
  return answer ?? receiptSeries(centreCode ?? centre, at);
}

function notYetKnown({ notKnown }: RequestContext, id: string): NotYetKnown | null {
  const answer = notKnown(id);
  return answer.code === 'NotYetKnown' ? answer : null;
}
