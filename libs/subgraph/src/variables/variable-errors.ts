import type { GraphQLError } from 'graphql';
import type { Language } from '../language.ts';
import { wordedError } from '../own-words.ts';
import type { InputFault, InputFaultKind } from './input-visit.ts';

type Words = Readonly<Record<Language, (fault: InputFault, given: string) => string>>;

const WORDS: Readonly<Record<InputFaultKind, Words>> = {
  INVALID_VALUE: {
    en: ({ type }, given) => `what is given${given} is no ${formOf(type, 'en')}.`,
    zh: ({ type }, given) => `所给的值${given}不是${formOf(type, 'zh')}。`,
  },
  MISSING: {
    en: ({ type }) => `is missing; a value of ${type} is needed.`,
    zh: ({ type }) => `缺少此项，须给出 ${type} 类型的值。`,
  },
  NOT_ONE_OF: {
    en: ({ type }) => `exactly one field of ${type} is to be given.`,
    zh: ({ type }) => `须且只须给出 ${type} 的一个字段。`,
  },
  NULL: {
    en: ({ type }) => `is null; a value of ${type} is needed.`,
    zh: ({ type }) => `不能为空，须给出 ${type} 类型的值。`,
  },
  TOO_DEEP: {
    en: ({ limit }) => `inputs lie more than ${String(limit)} deep in each other.`,
    zh: ({ limit }) => `输入嵌套超过 ${String(limit)} 层。`,
  },
  TOO_MANY: {
    en: ({ limit, found }) =>
      `has ${String(found)} values; there may be ${String(limit)}. Ask in several requests.`,
    zh: ({ limit, found }) => `有 ${String(found)} 个值，最多 ${String(limit)} 个，请分几次提交。`,
  },
  UNKNOWN_ENUM_VALUE: {
    en: ({ type }, given) => `what is given${given} is none of the values of ${type}.`,
    zh: ({ type }, given) => `所给的值${given}不在 ${type} 的可选值之中。`,
  },
  UNKNOWN_FIELD: {
    en: ({ type }) => `there is no such field in ${type}.`,
    zh: ({ type }) => `${type} 中没有这个字段。`,
  },
  WRONG_TYPE: {
    en: ({ type }, given) => `what is given${given} is not of the type ${type}.`,
    zh: ({ type }, given) => `所给的值${given}不是 ${type} 类型。`,
  },
};

const FORMS: Readonly<Record<string, Readonly<Record<Language, string>> | undefined>> = {
  DateTime: {
    en: 'DateTime: RFC 3339 with an offset, 2026-03-01T09:00:00+08:00',
    zh: '时刻，须写成带时区的形式，如 2026-03-01T09:00:00+08:00',
  },
  Date: { en: 'Date: a day of the calendar, 2026-03-01', zh: '日期，须写成 2026-03-01 的形式' },
  Yuan: {
    en: 'Yuan: decimal text with at most two places, "12.00"',
    zh: '金额，须写成最多两位小数的文本，如 "12.00"',
  },
};

const formOf = (type: string, language: Language): string => {
  const form = Object.hasOwn(FORMS, type) ? FORMS[type] : undefined;
  return form?.[language] ?? (language === 'en' ? type : ` ${type} 类型的值`);
};

/** Faults of variables as errors of the graph, each told in the caller's language; HTTP answers them with 400. */
export function variableErrors(faults: readonly InputFault[]): readonly GraphQLError[] {
  return faults.map((fault) => {
    const { kind, path, limit, found } = fault;
    const words = { en: inWords(fault, 'en'), zh: inWords(fault, 'zh') };
    return wordedError('BAD_USER_INPUT', words, {
      extensions: {
        kind,
        inputPath: path,
        ...(limit !== undefined && { limit }),
        ...(found !== undefined && { found }),
      },
    });
  });
}

function inWords(fault: InputFault, language: Language): string {
  const { kind, path, value } = fault;
  const quoted = value === undefined ? '' : language === 'en' ? ` (“${value}”)` : `“${value}”`;
  const words = WORDS[kind][language](fault, quoted);
  return language === 'en' ? `${placeOf(path)}: ${words}` : `${placeOf(path)}：${words}`;
}

/** `$filter.codes[3]`. */
const placeOf = ([variable, ...below]: readonly (string | number)[]): string =>
  `$${String(variable)}${below.map((key) => (typeof key === 'number' ? `[${key}]` : `.${key}`)).join('')}`;
