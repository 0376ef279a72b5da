/** When in the course of a matter it is told (事前、事中、事后: 000:37). */
export const PHASES = ['BEFORE', 'DURING', 'AFTER'] as const;
/** The four kinds by nature (001:19, 001:33-39). */
export const NATURES = ['STATUTORY_DUTY', 'GOAL', 'PROCESS', 'RESULT'] as const;
/** How long or how often (常年、定期、阶段、临时: 001:33, 004:55). */
export const CADENCES = ['PERMANENT', 'PERIODIC', 'STAGED', 'AD_HOC'] as const;
/** The forms of disclosure (000:44-46, 001:21-27, 004:117-137). */
export const CHANNELS = [
  'BOARD',
  'HALL',
  'PHONE',
  'MEDIA',
  'INTERNET',
  'MEETING',
  'PRINTED',
  'EXHIBITION',
] as const;
/** The groups of hot matters (人、财、物、案 and what belongs to them: 004:89-103, 003:34). */
export const TOPIC_GROUPS = [
  'PEOPLE',
  'FINANCE',
  'PROPERTY',
  'CASES',
  'RURAL',
  'PUBLIC_RESOURCES',
  'HOT_POWER',
] as const;
/** Why something may stay undisclosed: the union of the sources' lists (000:41, 001:17, 004:73). */
export const EXEMPTIONS = [
  'PARTY_STATE_SECRET',
  'TRADE_SECRET',
  'PERSONAL_PRIVACY',
  'NATIONAL_SECURITY',
] as const;

/**
 * Why something that was public is so no more: what the public is told in its place (001:21). What is held back for a
 * secret or for somebody's privacy must be told with its kind (政府信息公开条例 14, 15, 37).
 */
export const WITHDRAWAL_GROUNDS = [
  'PERSONAL_PRIVACY',
  'SECRET',
  'TRADE_SECRET',
  'INCORRECT',
  'NOT_IN_FORCE',
  'OTHER',
] as const;

export type WithdrawalGround = (typeof WITHDRAWAL_GROUNDS)[number];
export type Phase = (typeof PHASES)[number];
export type Nature = (typeof NATURES)[number];
export type Cadence = (typeof CADENCES)[number];
export type Channel = (typeof CHANNELS)[number];
export type TopicGroup = (typeof TOPIC_GROUPS)[number];
export type Exemption = (typeof EXEMPTIONS)[number];
