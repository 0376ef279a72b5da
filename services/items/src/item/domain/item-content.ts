import type { Day } from '@onewindow/calendar';
import type { Money } from '@onewindow/kernel';

/** What an item says: all that its guide tells, as plain JSON. Null is "not told", never "none". */
export interface ItemContent {
  readonly name: string;
  readonly kind: ItemKind;
  readonly nationalType: NationalItemType | null;
  readonly handlingMode: HandlingMode | null;
  readonly authorityLevel: AuthorityLevel | null;
  readonly statutoryLimit: TimeLimit | null;
  readonly committedLimit: TimeLimit | null;
  readonly handlingBody: string | null;
  readonly legalBasis: readonly LegalBasis[];
  readonly conditions: string | null;
  readonly instructions: string | null;
  readonly requiredMaterials: readonly Material[];
  readonly procedure: readonly ProcedureStep[];
  readonly results: readonly HandlingResult[];
  /** False is a statement (nothing is charged); null is silence. */
  readonly chargesFee: boolean | null;
  readonly fees: readonly FeeStandard[];
  readonly specialProcedures: readonly SpecialProcedure[];
  readonly supervisionChannels: readonly string[];
  readonly consultationPhone: string | null;
  readonly serviceObjects: readonly ServiceObject[];
  readonly windows: readonly GuideWindow[];
  readonly questions: readonly GuideQuestion[];
  readonly remedies: string | null;
  readonly leadDepartmentName: string | null;
  readonly coHandlingDepartmentNames: readonly string[];
}

/** A change: the fields that are given replace those of the content. */
export type ContentChange = { readonly [Field in keyof ItemContent]?: ItemContent[Field] };

export const ITEM_KINDS = [
  'ADMIN_LICENCE',
  'NON_LICENCE_APPROVAL',
  'PUBLIC_SERVICE',
  'REGISTRATION',
  'FEE_SERVICE',
] as const;
export type ItemKind = (typeof ITEM_KINDS)[number];
export type NationalItemType =
  | 'ADMIN_LICENCE'
  | 'ADMIN_PAYMENT'
  | 'ADMIN_CONFIRMATION'
  | 'ADMIN_REWARD'
  | 'ADMIN_ADJUDICATION'
  | 'OTHER_POWER'
  | 'PUBLIC_SERVICE';
export type HandlingMode = 'IMMEDIATE' | 'COMMITTED' | 'JOINT' | 'REFERRED_UP';
export type AuthorityLevel = 'PROVINCE' | 'CITY' | 'DISTRICT_COUNTY' | 'TOWNSHIP_STREET';

export interface TimeLimit {
  readonly value: number;
  readonly unit: 'WORKING_DAYS' | 'CALENDAR_DAYS';
}
export interface LegalBasis {
  readonly title: string;
  readonly number: string | null;
  readonly article: string | null;
  readonly issuer: string | null;
  readonly text: string | null;
}
export interface Material {
  readonly id: string;
  readonly name: string;
  readonly necessity: 'NECESSARY' | 'NOT_NECESSARY' | 'MAY_FOLLOW';
  readonly form: 'PAPER' | 'ELECTRONIC' | 'EITHER' | null;
  readonly type: 'CERTIFICATE' | 'FORM' | 'OTHER' | null;
  readonly source: 'APPLICANT' | 'GOVERNMENT' | 'OTHER' | null;
  readonly sourceNote: string | null;
  readonly originals: number;
  readonly copies: number;
  readonly basis: string | null;
  readonly acceptanceStandard: string | null;
  readonly remark: string | null;
}
export interface ProcedureStep {
  readonly name: string;
  readonly kind:
    'RECEIPT' | 'ACCEPTANCE' | 'REVIEW' | 'DECISION' | 'CERTIFICATE_MAKING' | 'DELIVERY' | null;
  readonly responsiblePost: string | null;
  readonly limit: TimeLimit | null;
  readonly task: string | null;
  readonly standard: string | null;
}
export interface HandlingResult {
  readonly name: string;
  readonly kind: 'CERTIFICATE' | 'APPROVAL_DOCUMENT' | 'OTHER' | null;
}
export interface FeeStandard {
  readonly name: string;
  readonly standard: string | null;
  readonly basis: string | null;
  readonly amount: Money | null;
  /** What one charge is for: 件, 证, 平方米. This and all below is absent where nobody has told it. */
  readonly unit?: string;
  /** The lower limit: what is charged (003:10). */
  readonly min?: Money;
  readonly max?: Money;
  /** What is taken where the standard may be reduced. */
  readonly reduced?: Money;
  readonly policy?: FeePolicy;
  readonly basisRank?: FeeBasisRank;
  /** The document of the provincial price and finance departments that sets the amount (002:105). */
  readonly document?: string;
  /** Days of Asia/Shanghai, both counted in. */
  readonly inForceFrom?: Day;
  readonly inForceUntil?: Day;
  /** The record of the hearing on this fee, where it is new or raised (003:41). */
  readonly hearingDocument?: string;
  readonly hearingHeldOn?: Day;
}
/** 不该收的费禁收, 可不收的费免收, 可少收的费减收, 政策界限不明的费不收 (003:10). */
export type FeePolicy = 'CHARGE' | 'MAY_REDUCE' | 'MAY_EXEMPT' | 'FORBIDDEN' | 'UNCLEAR';
export type FeeBasisRank =
  'LAW' | 'ADMINISTRATIVE_REGULATION' | 'LOCAL_REGULATION' | 'RULES' | 'OTHER_DOCUMENT';
export interface SpecialProcedure {
  readonly kind:
    | 'HEARING'
    | 'TENDER'
    | 'AUCTION'
    | 'INSPECTION'
    | 'TEST'
    | 'QUARANTINE'
    | 'APPRAISAL'
    | 'EXPERT_REVIEW'
    | 'SITE_SURVEY'
    | 'PUBLIC_NOTICE'
    | 'OTHER';
  readonly limit: TimeLimit | null;
  readonly body: string | null;
  readonly basis: string | null;
}
export type ServiceObject =
  | 'NATURAL_PERSON'
  | 'ENTERPRISE'
  | 'PUBLIC_INSTITUTION'
  | 'SOCIAL_ORGANISATION'
  | 'NON_LEGAL_ENTERPRISE'
  | 'ADMINISTRATIVE_ORGAN'
  | 'OTHER';
export interface GuideWindow {
  readonly name: string;
  readonly phone: string | null;
  readonly address: string | null;
  readonly hours: string | null;
  readonly directions: string | null;
}
export interface GuideQuestion {
  readonly question: string;
  readonly answer: string;
}

/** An item of which nothing but name and kind is known yet. */
export function contentOf(
  named: Pick<ItemContent, 'name' | 'kind'>,
  change: ContentChange = {},
): ItemContent {
  return { ...NOTHING_TOLD, ...named, ...change };
}

const NOTHING_TOLD: Omit<ItemContent, 'name' | 'kind'> = {
  nationalType: null,
  handlingMode: null,
  authorityLevel: null,
  statutoryLimit: null,
  committedLimit: null,
  handlingBody: null,
  legalBasis: [],
  conditions: null,
  instructions: null,
  requiredMaterials: [],
  procedure: [],
  results: [],
  chargesFee: null,
  fees: [],
  specialProcedures: [],
  supervisionChannels: [],
  consultationPhone: null,
  serviceObjects: [],
  windows: [],
  questions: [],
  remedies: null,
  leadDepartmentName: null,
  coHandlingDepartmentNames: [],
};

/** Every part of what an item says, by name. */
export const CONTENT_FIELDS = [
  'name',
  'kind',
  ...(Object.keys(NOTHING_TOLD) as (keyof typeof NOTHING_TOLD)[]),
] as const satisfies readonly (keyof ItemContent)[];
