import {
  getNamedType,
  GraphQLString,
  isInputObjectType,
  type GraphQLInputField,
  type GraphQLNamedType,
  type GraphQLSchema,
} from 'graphql';
import { policyTable } from '../policy-files.ts';

/**
 * What somebody writes of a person, or why he does something: it stands nowhere in plain, neither in a database nor
 * in an event nor in a log. `words.e2e.spec.ts` says each of them.
 */
export const KEPT = [
  'AbolishItemInput.reason',
  'AcknowledgeAlertInput.note',
  'AcknowledgeNegativeReportInput.note',
  'AnswerQuestionsInput.text',
  'ApplicantInput.address',
  'ApplicantInput.name',
  'ApproveDisclosureEntryInput.secrecyCheck',
  'ComplainantInput.name',
  'DestroySealInput.reason',
  'DismissAlertInput.reason',
  'DropProposalInput.reason',
  'ExcludeFromCaseInput.reason',
  'ExemptDisclosureEntryInput.reason',
  'FileComplaintInput.text',
  'HandleComplaintInput.result',
  'MaterialDefectInput.reason',
  'NegativeReportInput.reasons',
  'NegativeReportInput.situation',
  'OverturnNegativeReportInput.reason',
  'PutQuestionsInput.text',
  'ReplaceChiefRepresentativeInput.reason',
  'ReplyToComplaintInput.text',
  'ReturnCaseInput.competentAuthority',
  'ReturnDisclosureEntryInput.opinion',
  'ReturnNoticeInput.conditions',
  'ReturnNoticeInput.procedure',
  'ReturnNoticeInput.qualifications',
  'ReviewItemInput.opinion',
  'ReviseItemInput.reason',
  'RevokeAuthorizationInput.reason',
  'SubmitCaseInput.matter',
  'SuspendItemInput.reason',
  'WithdrawDisclosureEntryInput.reason',
  'WithdrawStaffMemberInput.reason',
] as const;
export type Kept = (typeof KEPT)[number];

/** The same, of nouns that are so new that no story says them: `policy/<noun>/texts.tsv`. */
export const YET_TO_BE_SAID: readonly string[] = policyTable('texts.tsv', ['text', 'why']).map(
  ([text = '']) => text,
);

/** Of a form that has no room for a word; that they are encrypted is tested where they are kept. */
export const OF_A_FORM = [
  'ApplicantInput.identityNumber',
  'ApplicantInput.phone',
  'ComplainantInput.identityNumber',
  'ComplainantInput.phone',
  'ComplaintReceiptInput.queryCode',
] as const;

/** Types whose texts are for everybody: what an item's guide says, what is disclosed. */
export const FOR_EVERYBODY = [
  ...['DisclosureContentInput', 'FeeStandardInput', 'GuideQuestionInput', 'GuideWindowInput'],
  ...['HandlingResultInput', 'ImportItemInput', 'ItemContentInput', 'LegalBasisInput'],
  ...['MaterialInput', 'ProcedureStepInput', 'SpecialProcedureInput'],
] as const;

/** Names, numbers and codes of the house, by which it is found. */
export const OF_THE_HOUSE = [
  ...['CalendarHolidayInput.name', 'ChangeStandingRuleInput.document', 'ChangeWindowInput.name'],
  'ComplaintReceiptInput.receiptNumber',
  // Of a form that has no room for a sentence.
  ...['EraseTextsInput.decision', 'EraseTextsInput.legalBasis'],
  ...['DepartmentInput.codes', 'DepartmentInput.name', 'DepartmentInput.regionCode'],
  ...['DepartmentInput.regionName', 'GrantAuthorizationInput.documentNumber'],
  'IssueCertificateInput.certificateNumber',
  // By which the head of the government approved more time: a number of the house.
  'AnswerRequestInput.paper',
  // References of papers that the applicant has signed.
  ...['SignedPaperInput.reference', 'WrittenPromiseInput.paper'],
  // The article on which a denial rests: others are told it too.
  'NegativeReportInput.rule',
  ...['OpenWindowInput.name', 'OpenWindowInput.number', 'PostStaffMemberInput.post'],
  'RecordQualificationInput.course',
  ...['RegisterCentreInput.address', 'RegisterCentreInput.code', 'RegisterCentreInput.name'],
  ...['RegisterRegionInput.code', 'RegisterRegionInput.name', 'RegisterSealInput.code'],
  'SetStandingRuleInput.document',
  // They stand on a name plate that everybody reads (002:167).
  ...['RegisterStaffMemberInput.badgeNumber', 'RegisterStaffMemberInput.name'],
] as const;

/** Every text that a mutation takes, as `Type.field`, with whether the graph calls it personal. */
export function textInputsOf(
  graph: GraphQLSchema,
): readonly { readonly name: string; readonly isPersonal: boolean }[] {
  const found = new Map<string, boolean>();
  const seen = new Set<string>();
  const visit = (type: GraphQLNamedType) => {
    if (!isInputObjectType(type) || seen.has(type.name)) return;
    seen.add(type.name);
    for (const field of Object.values(type.getFields())) {
      const of = getNamedType(field.type);
      if (of.name === GraphQLString.name)
        found.set(`${type.name}.${field.name}`, isPersonal(field));
      else visit(of);
    }
  };
  for (const mutation of Object.values(graph.getMutationType()?.getFields() ?? {})) {
    for (const argument of mutation.args) visit(getNamedType(argument.type));
  }
  return [...found].map(([name, personal]) => ({ name, isPersonal: personal }));
}

const isPersonal = ({ astNode }: GraphQLInputField) =>
  astNode?.directives?.some(({ name }) => name.value === 'personal') ?? false;
