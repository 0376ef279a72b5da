import {
  getNamedType,
  isInputObjectType,
  type GraphQLNamedType,
  type GraphQLSchema,
} from 'graphql';

/** What holds a date that a mutation takes within bounds, and the test that says so. */
interface Bound {
  readonly input: string;
  /** In days from now, or in words. */
  readonly bound: string;
  /** The file with a test that refuses a date outside, and its words. */
  readonly refused: readonly [file: string, title: string];
}

const ITEMS = 'services/items/src/item/domain';
const CASES = 'services/cases/src/case/domain';
const calendars = 'services/windows/src/standing-rule/domain/standing-rule.spec.ts';
const dates = 'services/windows/src/date-bounds.spec.ts';

/** Every date that a mutation takes. One of the year 9999 would hold for ever. */
export const DATE_INPUTS: readonly Bound[] = [
  {
    input: 'ExcludeFromCaseInput.until',
    bound: 'ahead, at most 90 days',
    refused: [
      'services/supervision/src/case-exclusion/domain/exclusion-lifecycle.spec.ts',
      'lasts 90 days at most, and is decided anew for longer',
    ],
  },
  {
    input: 'GrantAuthorizationInput.validFrom',
    bound: 'a year before and after now',
    refused: [dates, 'lets no letter hold from %s until %s'],
  },
  {
    input: 'GrantAuthorizationInput.validUntil',
    bound: 'after now and after its beginning, at most five years',
    refused: [dates, 'lets no letter hold from %s until %s'],
  },
  ...['OpenWindowInput', 'ChangeWindowInput'].map((input): Bound => ({
    input: `${input}.serviceDates`,
    bound: 'a year before now to two years after',
    refused: [dates, 'opens no window on %s'],
  })),
  ...['SetStandingRuleInput', 'ChangeStandingRuleInput'].map((input): Bound => ({
    input: `${input}.validFrom`,
    bound: 'not before now, at most two years ahead',
    refused: [calendars, 'begins within two years'],
  })),
  ...['CalendarHolidayInput.days', 'TaughtYearInput.makeupWorkdays'].map((input): Bound => ({
    input,
    bound: 'of the year that they are given for, which a calendar can have',
    refused: [calendars, 'has no day of another year'],
  })),
  ...['inForceFrom', 'inForceUntil', 'hearingHeldOn'].map((field): Bound => ({
    input: `FeeStandardInput.${field}`,
    bound: '1949 to 2126',
    refused: [`${ITEMS}/fee-standard.spec.ts`, 'an end in the year 9999'],
  })),
  {
    input: 'ConfirmServiceInput.signedOn',
    bound: 'not before the notice was sent, and not ahead',
    refused: [
      'services/cases/src/notice/domain/notice-lifecycle.spec.ts',
      'is served by post on no day before it was written, on none to come, and not without one: %s',
    ],
  },
  {
    input: 'NameSpecialAccountInput.from',
    bound: 'today to a year from now',
    refused: [
      'services/cases/src/special-account/domain/special-account-lifecycle.spec.ts',
      'does not begin on %s, more than a year ahead',
    ],
  },
  {
    input: 'OpenFeeDayInput.day',
    bound: 'from the first day of the centre’s special account until today',
    refused: [
      'services/cases/src/fee-day/domain/fee-day-lifecycle.spec.ts',
      'is not closed before it is over, and not opened before it begins',
    ],
  },
  {
    input: 'RecordMeetingResolutionInput.heldOn',
    bound: 'from the chief’s review until today',
    refused: [
      'services/cases/src/fee-bill/domain/fee-bill-lifecycle.spec.ts',
      'names no meeting of %s: before the review or to come',
    ],
  },
  {
    input: 'SignedPaperInput.signedOn',
    bound: 'from the day of the application until today',
    refused: [`${CASES}/filing.spec.ts`, 'rests on the paper that the applicant has signed'],
  },
  {
    input: 'WrittenPromiseInput.until',
    bound: 'ahead, at most 90 days',
    refused: [`${CASES}/promised-papers.spec.ts`, 'which does not lie ahead by 90 days at most'],
  },
];

/** Every date in the inputs of the graph's mutations, by input type and field. */
export function dateInputsOf(graph: GraphQLSchema): readonly string[] {
  const seen = new Set<GraphQLNamedType>();
  const within = (type: GraphQLNamedType): readonly string[] => {
    if (!isInputObjectType(type) || seen.has(type)) return [];
    seen.add(type);
    return Object.values(type.getFields()).flatMap((field) => {
      const named = getNamedType(field.type);
      const isDate = named.name === 'Date' || named.name === 'DateTime';
      return isDate ? [`${type.name}.${field.name}`] : within(named);
    });
  };
  return Object.values(graph.getMutationType()?.getFields() ?? {}).flatMap(({ args }) =>
    args.flatMap((arg) => within(getNamedType(arg.type))),
  );
}
