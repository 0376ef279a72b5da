import { personOf } from '@onewindow/identity';
import { reject } from '@onewindow/kernel';
import { sealedWith, type Creating } from '@onewindow/service';
import { authorized } from '../case/domain/authority.ts';
import { caseKind, type CaseView } from '../case/case.kind.ts';
import { inService } from '../case/domain/item-in-service.ts';
import type { RequestContext } from '../context.ts';
import type { IssueOneTimeNoticeInput } from '../graphql/types.generated.ts';
import { addressed } from './addressee.ts';
import { demanded, consulted, type Demand } from './domain/one-time-wording.ts';
import { sealedBy } from './domain/seal-of-a-notice.ts';
import { servedBy } from './domain/time-to-serve.ts';
import { noticeKind } from './notice.kind.ts';

type Input = IssueOneTimeNoticeInput;
type Given = Creating<RequestContext>;

/** What is told at once and once: to who asks by the item, to an applicant by his case (002:33, 000:12). */
export async function oneTimeNotice(input: Input, given: Given) {
  return input.occasion === 'CONSULTATION'
    ? consultation(input, given)
    : ofCase({ ...input, occasion: input.occasion }, given);
}

/** 咨询: whoever asks is told materials, procedure, limit, fees and basis by who is on post and may accept (002:33). */
async function consultation(input: Input, { at, context, viewer }: Given) {
  const { facts } = context;
  const { itemId } = input;
  if (itemId == null) return reject({ code: 'OneTimeIncomplete', field: 'itemId' } as const);
  const by = personOf(viewer).id;
  const [known, officer] = await Promise.all([facts.item(itemId), facts.officer(by)]);
  if (known === null) {
    const { code, ...rest } = context.notKnown(itemId);
    if (code === 'NotYetKnown') return reject({ code, ...rest } as const);
  }
  const item = inService(known);
  if (!item) return reject({ code: 'ItemNotInService', item: itemId } as const);
  const { centre, department, region } = item;
  const authority = authorized(officer, 'ACCEPT', { centre, department, itemId, at });
  if (!authority.ok) return reject(authority.refusal);
  const wording = consulted(input, item, by);
  if ('field' in wording) return reject({ code: 'OneTimeIncomplete', ...wording } as const);
  return {
    ...wording,
    ...{ case: null, entry: null, item: itemId, receiptNumber: null, addressee: null },
    ...{ region, centre, department, datedAt: at, sealed: null },
    serveBy: servedBy(context.calendarOf(region, at), at),
  };
}

/** 联办件预审、联审会、审查会、评估论证会: the lead department tells all that is asked for, in writing and once (002:33). */
async function ofCase(
  input: Input & { readonly occasion: Exclude<Input['occasion'], 'CONSULTATION'> },
  { id, at, context, viewer }: Given,
) {
  const { occasion, caseId, form = 'WRITTEN' } = input;
  if (occasion === 'SUPPLEMENT') return reject({ code: 'OneTimeBySupplement' } as const);
  if (form !== 'WRITTEN') return reject({ code: 'WrittenRequired' } as const);
  if (caseId == null) return reject({ code: 'OneTimeIncomplete', field: 'caseId' } as const);
  const view = await context.kinds.of(caseKind).fresh(caseId);
  if (!view) return reject({ code: 'NotFound', id: caseId } as const);
  const { region, centre, department, itemId, receiptNumber } = view;
  if (viewer.department !== department) {
    return reject({ code: 'NotAuthorized', because: 'NotOfDepartment' } as const);
  }
  const by = personOf(viewer).id;
  const isPreReview = occasion === 'JOINT_PRE_REVIEW';
  const officer = await context.facts.officer(by, caseId);
  const power = isPreReview ? 'ACCEPT' : 'HANDLE';
  const authority = authorized(officer, power, { centre, department, itemId, at });
  if (!authority.ok) return reject(authority.refusal);
  if (isPreReview ? !isJoint(view) : view.status !== 'IN_PROCESS') {
    return reject({ code: isPreReview ? 'OneTimeNotJoint' : 'OneTimeNotInHand' } as const);
  }
  const demands = await demandsOf(input, context);
  if (demands.length === 0) return reject({ code: 'OneTimeIncomplete', field: 'demands' } as const);
  const onceKey = `${caseId}:${occasion}`;
  if (await wasTold(context, { onceKey, id, at })) {
    await keepAttempt(context, { caseId, by });
    return reject({ code: 'AlreadyNotified', newMaterials: [] } as const);
  }
  const [seal, item, { addressee, personal }] = await Promise.all([
    context.facts.sealOf(department),
    context.facts.item(itemId),
    addressed(context.vault, view, { id, kind: view.applicant.kind }),
  ]);
  const fields = {
    ...demanded({ occasion, demands }, { state: view, itemName: item?.name ?? null }, by),
    ...{ case: caseId, entry: null, item: itemId, receiptNumber, addressee, onceKey },
    ...{ region, centre, department, datedAt: at, sealed: sealedBy(seal, department) },
    serveBy: servedBy(context.calendarOf(region, at), at),
  };
  return personal ? sealedWith(personal, fields) : fields;
}

/** Before it is accepted, and of an item that several departments handle. */
const isJoint = ({ status, terms }: CaseView) =>
  status === 'SUBMITTED' && terms.handlingMode === 'JOINT';

/** Each demand with whose it is: what another department asks for the lead tells with its own. */
const demandsOf = ({ demands }: Input, { facts }: RequestContext): Promise<readonly Demand[]> =>
  Promise.all(
    (demands ?? []).map(async ({ departmentId, text }) => ({
      department: departmentId == null ? null : await facts.departmentName(departmentId),
      text,
    })),
  );

/** Whether another notice has told it; a repetition is not counted against itself. */
async function wasTold(
  { kinds }: RequestContext,
  { onceKey, id, at }: { readonly onceKey: string; readonly id: string; readonly at: Given['at'] },
): Promise<boolean> {
  const { journal } = kinds.of(noticeKind);
  const told = await journal.findBy('byOnceKey', { 'state.onceKey': onceKey }, at);
  return told !== null && told.id !== id;
}

/** The case keeps who has tried, and supervision hears of it (X08). */
async function keepAttempt(
  { kinds, caller: { at, viewer } }: RequestContext,
  { caseId, by }: { readonly caseId: string; readonly by: string },
): Promise<void> {
  await kinds.of(caseKind).journal.handle({
    id: caseId,
    command: { type: 'RecordSecondNotice', at, attemptedBy: by },
    meta: { actor: viewer.id, at },
  });
}
