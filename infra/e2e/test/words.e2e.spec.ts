import { randomUUID } from 'node:crypto';
import { data, eventually, succeed } from '../src/ask.ts';
import { startCentre, type Centre } from '../src/centre.ts';
import { persist, stepsOf, storyOf, submission, type Step } from '../src/one-case.ts';
import { act, bringItemIntoService, openCentre, type OpenItem } from '../src/opening.ts';
import {
  answeringOf,
  complaint,
  exclusion,
  leaveUntilOverdue,
  withAlerts,
} from '../src/overdue-case.ts';
import { chiefId, officerId, sealId, tokenOf, type Persona } from '../src/people.ts';
import { letterOf, tokenOfAsker } from '../src/rights/specimens.ts';
import { KEPT, type Kept } from '../src/words/text-inputs.ts';
import { whereInPlain } from '../src/words/where-in-plain.ts';

// A centre of eleven processes on a machine that does other things as well.
jest.setTimeout(600_000);

/** What no other text begins with; behind it stands where it was said. */
const WORD = `言${randomUUID().slice(0, 8)}`;
const IN_PLAIN = new RegExp(`${WORD}[\\w.]*`, 'gu');

describe('what somebody writes of a person, or why', () => {
  let centre: Centre;
  let item: OpenItem;
  const said = new Set<string>();
  const say = (input: Kept): string => {
    said.add(input);
    return `${WORD}${input}`;
  };

  beforeAll(async () => {
    centre = await startCentre();
    await openCentre(centre);
    item = await bringItemIntoService(centre);
  });
  afterAll(() => centre.stop());

  /** Facts of other services that have not arrived yet are waited for. */
  const does = (persona: Persona, name: string, input: object) =>
    eventually(
      () => act(centre, persona, { name, input, success: '{ done: __typename }' }),
      () => true,
    );
  const onCase = (name: Step['name'], persona: Persona, input: Step['input']) =>
    persist(centre, { name, persona, input });
  const report = () => ({
    situation: say('NegativeReportInput.situation'),
    reasons: say('NegativeReportInput.reasons'),
    rule: '行政许可法 38',
  });

  /** The reports of all denials, by id. */
  const reports = async () => {
    const { negativeDecisionReports } = await data<{
      readonly negativeDecisionReports: {
        readonly edges: readonly { readonly node: { readonly id: string } }[];
      };
    }>(centre, {
      query: '{ negativeDecisionReports { edges { node { id } } } }',
      token: await tokenOf(centre, 'supervisor'),
    });
    return negativeDecisionReports.edges.map(({ node }) => node.id);
  };

  it('is said of a case that is not accepted and of one that is denied', async () => {
    const filing = submission(item, 'neighbour');
    const applicant = {
      ...(filing.input['applicant'] as object),
      name: say('ApplicantInput.name'),
      address: say('ApplicantInput.address'),
    };
    const input = { ...filing.input, applicant, matter: say('SubmitCaseInput.matter') };
    const { id: returned } = await persist(centre, { ...filing, input });
    const told = {
      qualifications: say('ReturnNoticeInput.qualifications'),
      conditions: say('ReturnNoticeInput.conditions'),
      procedure: say('ReturnNoticeInput.procedure'),
    };
    const competentAuthority = say('ReturnCaseInput.competentAuthority');
    const sentOn = { told, ground: 'OUT_OF_SCOPE', competentAuthority };
    await onCase('returnCase', 'officer', { caseId: returned, ...sentOn, report: report() });
    const { id: denied } = await persist(centre, submission(item, 'citizen'));
    const [accept, decide] = stepsOf(denied);
    if (!accept || !decide) throw new Error('The story has lost its steps.');
    const { materials } = item;
    const reason = say('MaterialDefectInput.reason');
    const defects = materials.map((material) => ({ material, reason }));
    await onCase('requestSupplement', 'officer', { caseId: denied, materials, defects });
    await onCase('submitSupplement', 'citizen', { caseId: denied, materials });
    await persist(centre, accept);
    const rejected = { ...decide.input, outcome: 'REJECTED', report: report() };
    await persist(centre, { ...decide, input: rejected });
    const [first, second] = await eventually(reports, ({ length }) => length === 2);
    await does('supervisor', 'acknowledgeNegativeReport', {
      reportId: first,
      note: say('AcknowledgeNegativeReportInput.note'),
    });
    await does('supervisor', 'overturnNegativeReport', {
      reportId: second,
      reason: say('OverturnNegativeReportInput.reason'),
    });
  });

  it('is said by who supervises and by who complains', async () => {
    const caseId = await leaveUntilOverdue(centre, item);
    const { alerts } = await withAlerts(centre, caseId);
    const [first, second] = alerts.edges.filter(({ node }) => node.kind === 'OVERDUE');
    const about = (alertId: string | undefined, words: object) => ({ alertId, ...words });
    await does(
      'supervisor',
      'acknowledgeAlert',
      about(first?.node.id, { note: say('AcknowledgeAlertInput.note') }),
    );
    await does(
      'supervisor',
      'dismissAlert',
      about(second?.node.id, { reason: say('DismissAlertInput.reason') }),
    );
    const filing = complaint(caseId);
    const text = say('FileComplaintInput.text');
    const complainant = { name: say('ComplainantInput.name') };
    const { id: complaintId } = await persist(centre, {
      ...filing,
      input: { ...filing.input, text, complainant },
    });
    const [accept, assign, handle, reply] = answeringOf(complaintId);
    const saying = async (step: Step | undefined, words: object = {}) => {
      if (!step) throw new Error('A complaint has lost its steps.');
      await persist(centre, { ...step, input: { ...step.input, ...words } });
    };
    const asking = { persona: 'supervisor', of: 'complaint', input: { complaintId } } as const;
    await saying(accept);
    await saying({ ...asking, name: 'putQuestions' }, { text: say('PutQuestionsInput.text') });
    const answering = { ...asking, persona: 'officer', name: 'answerQuestions' } as const;
    await saying(answering, { text: say('AnswerQuestionsInput.text') });
    await saying(assign);
    await saying(handle, { result: say('HandleComplaintInput.result') });
    await saying(reply, { text: say('ReplyToComplaintInput.text') });
    await saying(exclusion(caseId), {
      reason: say('ExcludeFromCaseInput.reason'),
    });
    expect((await storyOf(centre, caseId, 'supervisor')).complaints.edges).toMatchObject([
      { node: { reply: { text: `${WORD}ReplyToComplaintInput.text` } } },
    ]);
  });

  it('is said of entries that are not public', async () => {
    const as = async (asker: 'editor' | 'reviewer', name: string, input: object) =>
      succeed<{ readonly entry: { readonly id: string } }>(centre, {
        ...{ name, input, success: '{ entry { id } }' },
        token: (await tokenOfAsker(centre, asker)) ?? '',
      });
    const draft = async () => {
      const { entry } = await as('editor', 'draftDisclosureEntry', {
        content: {
          ...{ title: '草稿', body: '正文', basis: '依据', phase: 'BEFORE' },
          ...{ nature: 'STATUTORY_DUTY', cadence: 'PERMANENT' },
        },
      });
      await as('editor', 'submitDisclosureEntry', { entryId: entry.id });
      return entry.id;
    };
    const entryId = await draft();
    const opinion = say('ReturnDisclosureEntryInput.opinion');
    await as('reviewer', 'returnDisclosureEntry', { entryId, opinion });
    await as('editor', 'submitDisclosureEntry', { entryId });
    const secrecyCheck = say('ApproveDisclosureEntryInput.secrecyCheck');
    await as('reviewer', 'approveDisclosureEntry', { entryId, secrecyCheck });
    const reason = say('WithdrawDisclosureEntryInput.reason');
    await as('editor', 'withdrawDisclosureEntry', { entryId, reason });
    await as('reviewer', 'exemptDisclosureEntry', {
      ...{ entryId: await draft(), exemption: 'TRADE_SECRET' },
      reason: say('ExemptDisclosureEntryInput.reason'),
    });
  });

  it('is said of the house: of items, of staff, of letters and seals', async () => {
    const { id } = item;
    const onItem = (persona: Persona, name: string, input: object = {}) =>
      does(persona, name, { id, ...input });
    await onItem('editor', 'suspendItem', { reason: say('SuspendItemInput.reason') });
    await onItem('editor', 'resumeItem');
    const revision = (conditions: string) => ({
      reason: say('ReviseItemInput.reason'),
      changes: { conditions },
    });
    await onItem('editor', 'reviseItem', revision('一'));
    await onItem('editor', 'dropProposal', { reason: say('DropProposalInput.reason') });
    await onItem('editor', 'reviseItem', revision('二'));
    await onItem('editor', 'submitItemForReview');
    const opinion = say('ReviewItemInput.opinion');
    await onItem('reviewer', 'reviewItem', { decision: 'CONFIRM', opinion });
    await onItem('editor', 'abolishItem', { reason: say('AbolishItemInput.reason') });

    const manages = (name: string, input: object) => does('manager', name, input);
    const replaced = say('ReplaceChiefRepresentativeInput.reason');
    const chief = { staffMemberId: chiefId, reason: replaced };
    await manages('replaceChiefRepresentative', chief);
    const withdrawn = say('WithdrawStaffMemberInput.reason');
    const officer = { staffMemberId: officerId, reason: withdrawn };
    await manages('withdrawStaffMember', officer);
    const revoked = say('RevokeAuthorizationInput.reason');
    const letterId = letterOf('授〔2026〕1号');
    await manages('revokeAuthorization', { letterId, reason: revoked });
    const destroyed = say('DestroySealInput.reason');
    await manages('destroySeal', { sealId, reason: destroyed });
  });

  it('stands nowhere in plain: in no database, in no event, in no log', async () => {
    expect([...said].sort()).toEqual([...KEPT].sort());
    expect(await whereInPlain(centre, IN_PLAIN)).toEqual([]);
  });

  it('would be found there', async () => {
    // The item is known to others by events, and its name is for everybody.
    const places = await whereInPlain(centre, new RegExp(item.id, 'gu'));
    const streams = ['stream ONEWINDOW_ITEMS', 'stream ONEWINDOW_CASES'];
    for (const place of ['items.serviceItems', 'cases.items', ...streams]) {
      expect(places).toContain(`${place}: ${item.id}`);
    }
    const logged = await whereInPlain(centre, /"service":"cases"/gu);
    expect(logged).toEqual(['a log: "service":"cases"']);
  });
});
