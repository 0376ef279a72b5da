import type { GraphQLError } from 'graphql';
import { wordedError, type Words } from '../own-words.ts';

/** The codes of what is too large, for programs. */
export type LimitCode =
  | 'ALIAS_LIMIT'
  | 'ANSWER_LIMIT'
  | 'COST_LIMIT'
  | 'DEPTH_LIMIT'
  | 'DIRECTIVE_LIMIT'
  | 'TEXT_LIMIT'
  | 'TOKEN_LIMIT';

export interface LimitFinding {
  readonly limit: number;
  /** Undefined where counting ended at the limit. */
  readonly found?: number;
  /** The fields down to what costs most, `items.edges.node`. */
  readonly mostExpensive?: string;
}

const number = (value: number | undefined): string =>
  (value ?? 0).toLocaleString('en', { maximumFractionDigits: 0 });

const WORDS: Readonly<Record<LimitCode, (finding: LimitFinding) => Words>> = {
  ALIAS_LIMIT: ({ limit, found }) => ({
    en: `The operation has ${number(found)} aliases, fragments counted in; there may be ${number(limit)}. Ask in several requests.`,
    zh: `该操作含 ${number(found)} 个别名（含片段展开），最多 ${number(limit)} 个，请分几次查询。`,
  }),
  ANSWER_LIMIT: ({ limit }) => ({
    en: `The answer is larger than ${number(limit)} bytes. Ask for fewer rows or fields at once.`,
    zh: `结果超过 ${number(limit)} 字节，请减少一次查询的行数或字段。`,
  }),
  COST_LIMIT: ({ limit, found, mostExpensive = '' }) => ({
    en: `The operation would cost ${number(found)}; it may cost ${number(limit)}. Most of it is “${mostExpensive}”: ask for fewer rows there, or in several requests.`,
    zh: `该操作的开销为 ${number(found)}，上限为 ${number(limit)}。主要来自“${mostExpensive}”，请减少该处的行数，或分几次查询。`,
  }),
  DEPTH_LIMIT: ({ limit, found }) => ({
    en: `The operation is ${number(found)} fields deep; it may be ${number(limit)}. Ask for what lies deeper in a request of its own.`,
    zh: `该操作嵌套 ${number(found)} 层，最多 ${number(limit)} 层，更深的内容请另行查询。`,
  }),
  DIRECTIVE_LIMIT: ({ limit, found }) => ({
    en: `The operation has ${number(found)} directives, fragments counted in; there may be ${number(limit)}. Leave some out.`,
    zh: `该操作含 ${number(found)} 个指令（含片段展开），最多 ${number(limit)} 个，请减少指令。`,
  }),
  TEXT_LIMIT: ({ limit, found }) => ({
    en: `The text of the operation has ${number(found)} characters; it may have ${number(limit)}. Give values as variables, and leave blanks and comments out.`,
    zh: `操作文本有 ${number(found)} 个字符，最多 ${number(limit)} 个，请以变量传值，并去掉多余的空白与注释。`,
  }),
  TOKEN_LIMIT: ({ limit }) => ({
    en: `The text of the operation has more than ${number(limit)} tokens. Ask for less at once, and give values as variables.`,
    zh: `操作文本超过 ${number(limit)} 个词元，请减少一次查询的内容，并以变量传值。`,
  }),
};

/** What is too large, by how much, and what to do; HTTP answers it with 400. */
export function limitError(code: LimitCode, finding: LimitFinding): GraphQLError {
  const found = finding.found === undefined ? {} : { found: Math.ceil(finding.found) };
  return wordedError(code, WORDS[code](finding), {
    extensions: { ...finding, ...found, http: { status: 400 } },
  });
}
