import { textOf } from './table-access.ts';

/** The code tables of the national format. Codes come with or without a leading zero, sometimes as the word itself. */
export interface ItemType {
  readonly nationalType: string;
  readonly kind: string;
}

const LICENCE = { nationalType: 'ADMIN_LICENCE', kind: 'ADMIN_LICENCE' };
const OTHER_POWER = { nationalType: 'OTHER_POWER', kind: 'NON_LICENCE_APPROVAL' };
const PUBLIC = { nationalType: 'PUBLIC_SERVICE', kind: 'PUBLIC_SERVICE' };
const PAYMENT = { nationalType: 'ADMIN_PAYMENT', kind: 'PUBLIC_SERVICE' };
const CONFIRMATION = { nationalType: 'ADMIN_CONFIRMATION', kind: 'REGISTRATION' };
const REWARD = { nationalType: 'ADMIN_REWARD', kind: 'NON_LICENCE_APPROVAL' };
const ADJUDICATION = { nationalType: 'ADMIN_ADJUDICATION', kind: 'NON_LICENCE_APPROVAL' };

const TYPES: Readonly<Record<string, ItemType>> = {
  '1': LICENCE,
  行政许可: LICENCE,
  '5': PAYMENT,
  行政给付: PAYMENT,
  '7': CONFIRMATION,
  行政确认: CONFIRMATION,
  '8': REWARD,
  行政奖励: REWARD,
  '9': ADJUDICATION,
  行政裁决: ADJUDICATION,
  '10': OTHER_POWER,
  其他: OTHER_POWER,
  其他行政权力: OTHER_POWER,
  '20': OTHER_POWER,
  '21': PUBLIC,
  公共服务: PUBLIC,
};

/** `older`: the file uses the table in which 20 is 公共服务 and 10 is 其他. */
export function itemType(code: string, older: boolean): ItemType | undefined {
  const bare = unpadded(code);
  return older && bare === '20' ? PUBLIC : own(TYPES, bare);
}

/**
 * Whether a file's own type codes show that it uses the older table: 21 exists only in the newer one,
 * 10 only in the older one, and the older one pads no code with a zero.
 */
export function usesOlderTypes(codes: ReadonlySet<string>): boolean {
  if (codes.has('21')) return false;
  if (codes.has('10')) return true;
  const all = [...codes];
  return !all.some((code) => /^0\d$/u.test(code)) && all.some((code) => /^\d$/u.test(code));
}

export const YES_OR_NO = {
  '0': 'NO',
  '1': 'YES',
  否: 'NO',
  是: 'YES',
  n: 'NO',
  y: 'YES',
  false: 'NO',
  true: 'YES',
} as const;

/** Yes, no, or not told. */
export function flagOf(value: unknown): boolean | undefined {
  const word = own<'YES' | 'NO'>(YES_OR_NO, unpadded(textOf(value)).toLowerCase());
  return word === undefined ? undefined : word === 'YES';
}

export const HANDLING_MODES: Readonly<Record<string, string>> = {
  '1': 'IMMEDIATE',
  即办件: 'IMMEDIATE',
  '2': 'COMMITTED',
  承诺件: 'COMMITTED',
};
export const AUTHORITY_LEVELS: Readonly<Record<string, string>> = {
  '2': 'PROVINCE',
  '3': 'CITY',
  '4': 'DISTRICT_COUNTY',
  '5': 'TOWNSHIP_STREET',
};
export const SERVICE_OBJECTS: Readonly<Record<string, string>> = {
  '1': 'NATURAL_PERSON',
  '2': 'ENTERPRISE',
  '3': 'PUBLIC_INSTITUTION',
  '4': 'SOCIAL_ORGANISATION',
  '5': 'NON_LEGAL_ENTERPRISE',
  '6': 'ADMINISTRATIVE_ORGAN',
  '9': 'OTHER',
};
export const NECESSITIES: Readonly<Record<string, string>> = {
  '1': 'NECESSARY',
  '2': 'NOT_NECESSARY',
  '3': 'MAY_FOLLOW',
};
export const MATERIAL_FORMS: Readonly<Record<string, string>> = {
  '1': 'PAPER',
  '2': 'ELECTRONIC',
  '3': 'EITHER',
};
export const MATERIAL_TYPES: Readonly<Record<string, string>> = {
  '1': 'CERTIFICATE',
  '2': 'FORM',
  '3': 'OTHER',
};
export const MATERIAL_SOURCES: Readonly<Record<string, string>> = {
  '10': 'APPLICANT',
  '20': 'GOVERNMENT',
  '99': 'OTHER',
};
export const RESULT_KINDS: Readonly<Record<string, string>> = {
  '10': 'CERTIFICATE',
  '20': 'APPROVAL_DOCUMENT',
  '30': 'OTHER',
};
/** The steps' own words, in the order in which they are taken. */
export const STEPS: Readonly<Record<string, readonly [kind: string, name: string]>> = {
  addressee: ['RECEIPT', '收件'],
  acceptance: ['ACCEPTANCE', '受理'],
  investigate: ['REVIEW', '审查'],
  decide: ['DECISION', '决定'],
  accreditation: ['CERTIFICATE_MAKING', '制证'],
  delivery: ['DELIVERY', '送达'],
};
/** In the order of 行政许可法 45; words as well as codes are met. */
export const SPECIAL_PROCEDURES: Readonly<Record<string, string>> = {
  '1': 'HEARING',
  听证: 'HEARING',
  '2': 'TENDER',
  招标: 'TENDER',
  '3': 'AUCTION',
  拍卖: 'AUCTION',
  '4': 'INSPECTION',
  检验: 'INSPECTION',
  '5': 'TEST',
  检测: 'TEST',
  '6': 'QUARANTINE',
  检疫: 'QUARANTINE',
  '7': 'APPRAISAL',
  鉴定: 'APPRAISAL',
  '8': 'EXPERT_REVIEW',
  专家评审: 'EXPERT_REVIEW',
  '9': 'OTHER',
  '99': 'OTHER',
  其他: 'OTHER',
  现场勘验: 'SITE_SURVEY',
  现场踏勘: 'SITE_SURVEY',
  公示: 'PUBLIC_NOTICE',
};

/** A code as the tables spell it: without leading zeros, in plain digits, not as a decimal (`01`, `１`, `1.0`). */
export function unpadded(code: string): string {
  const plain = code.normalize('NFKC').trim();
  return /^\d+(?:\.0+)?$/u.test(plain)
    ? plain.replace(/\.0+$/u, '').replace(/^0+(?=\d)/u, '')
    : code;
}

export function own<Value>(table: Readonly<Record<string, Value>>, key: string): Value | undefined {
  return Object.hasOwn(table, key) ? table[key] : undefined;
}
