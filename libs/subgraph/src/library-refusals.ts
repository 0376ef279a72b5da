import type { GraphQLError } from 'graphql';
import { limitError } from './limits/limit-errors.ts';
import { wordedError, type Words } from './own-words.ts';
import { withoutValue } from './without-values.ts';

/** A name as graphql-js puts it into its messages. */
const N = '"([^"]*)"';

/**
 * What graphql-js says of a text that is none, or that does not fit the schema, and Apollo Server of a request, by the
 * form of its message; `$1` are the names in it. Held against all messages in their code by `library-refusals.spec.ts`.
 */
const FORMS: readonly (readonly [RegExp, string])[] = (
  [
    [`Cannot query field ${N} on type ${N}\\.`, '类型“$2”没有字段“$1”。'],
    [`Unknown argument ${N} on field ${N}\\.`, '字段“$2”没有参数“$1”。'],
    [`Unknown argument ${N} on directive ${N}\\.`, '指令“$2”没有参数“$1”。'],
    [`Unknown directive ${N}\\.`, '没有指令“$1”。'],
    [`Unknown fragment ${N}\\.`, '没有片段“$1”。'],
    [`Unknown type ${N}\\.`, '没有类型“$1”。'],
    [`Directive ${N} may not be used on (\\w+)\\.`, '指令“$1”不能用在此处（$2）。'],
    [`The "?(\\w+)"? definition is not executable\\.`, '“$1”是定义，不能执行。'],
    [
      `Fragment cannot condition on non composite type ${N}\\.`,
      '片段的条件须为对象、接口或联合类型，“$1”不是。',
    ],
    [
      `Fragment ${N} cannot condition on non composite type ${N}\\.`,
      '片段“$1”的条件须为对象、接口或联合类型，“$2”不是。',
    ],
    [
      'This anonymous operation must be the only defined operation\\.',
      '未命名的操作须为文本中唯一的操作。',
    ],
    ['Maximum introspection depth exceeded', '内省查询嵌套过深。'],
    [`Cannot spread fragment ${N} within itself via (.*)\\.`, '片段“$1”经由 $2 展开了自身。'],
    [`Cannot spread fragment ${N} within itself\\.`, '片段“$1”展开了自身。'],
    [`Variable ${N} is not defined by operation ${N}\\.`, '操作“$2”没有声明变量“$1”。'],
    [`Variable ${N} is not defined\\.`, '没有声明变量“$1”。'],
    [`Fragment ${N} is never used\\.`, '片段“$1”没有用到。'],
    [`Variable ${N} is never used in operation ${N}\\.`, '操作“$2”没有用到变量“$1”。'],
    [`Variable ${N} is never used\\.`, '变量“$1”没有用到。'],
    [
      `Fields ${N} conflict because .*\\. Use different aliases on the fields to fetch both if this was intentional\\.`,
      '名为“$1”的字段互相冲突：两处的字段、参数或类型不同。如确需都查询，请使用不同的别名。',
    ],
    [
      `Fragment cannot be spread here as objects of type ${N} can never be of type ${N}\\.`,
      '片段不能在此展开：类型“$1”的对象不会是“$2”。',
    ],
    [
      `Fragment ${N} cannot be spread here as objects of type ${N} can never be of type ${N}\\.`,
      '片段“$1”不能在此展开：类型“$2”的对象不会是“$3”。',
    ],
    [
      `Field ${N} argument ${N} of type ${N} is required, but it was not provided\\.`,
      '字段“$1”须给出参数“$2”（类型“$3”）。',
    ],
    [
      `Directive ${N} argument ${N} of type ${N} is required, but it was not provided\\.`,
      '指令“$1”须给出参数“$2”（类型“$3”）。',
    ],
    [
      `Field ${N} must not have a selection since type ${N} has no subfields\\.`,
      '字段“$1”的类型“$2”没有下级字段，不能再选择。',
    ],
    [
      `Field ${N} of type ${N} must have a selection of subfields\\.`,
      '字段“$1”的类型为“$2”，须选择其下级字段。',
    ],
    [
      `Field ${N} of type ${N} must have at least one field selected\\.`,
      '字段“$1”的类型为“$2”，至少须选择一个下级字段。',
    ],
    [`Subscription ${N} must select only one top level field\\.`, '订阅“$1”只能选择一个顶层字段。'],
    [
      'Anonymous Subscription must select only one top level field\\.',
      '一次订阅只能选择一个顶层字段。',
    ],
    [
      `Subscription ${N} must not select an introspection top level field\\.`,
      '订阅“$1”不能选择内省字段。',
    ],
    [
      'Anonymous Subscription must not select an introspection top level field\\.',
      '订阅不能选择内省字段。',
    ],
    [`There can be only one argument named ${N}\\.`, '参数“$1”只能给出一次。'],
    [`There can be only one fragment named ${N}\\.`, '名为“$1”的片段只能有一个。'],
    [`There can be only one input field named ${N}\\.`, '输入字段“$1”只能给出一次。'],
    [`There can be only one operation named ${N}\\.`, '名为“$1”的操作只能有一个。'],
    [`There can be only one variable named ${N}\\.`, '名为“$1”的变量只能有一个。'],
    [
      `The directive ${N} can only be used once at this location\\.`,
      '指令“$1”在此处只能使用一次。',
    ],
    [`Field ${N} is not defined by type ${N}\\.`, '输入类型“$2”没有字段“$1”。'],
    [`Field ${N} of required type ${N} was not provided\\.`, '须给出字段“$1”（类型“$2”）。'],
    [`Expected value of type ${N}\\.`, '此处须为“$1”类型的值。'],
    [`OneOf Input Object ${N} must specify exactly one key\\.`, '须且只须给出“$1”的一个字段。'],
    [`Field ${N} must be non-null\\.`, '字段“$1”不能为空。'],
    [`(?:Enum )?"?(\\w+)"? cannot represent (?:an? )?[\\w -]*?value\\.`, '此处须为“$1”类型的值。'],
    [`The value does not exist in ${N} enum\\.`, '所给的值不在“$1”的可选值之中。'],
    [`Variable ${N} cannot be non-input type ${N}\\.`, '变量“$1”的类型“$2”不是输入类型。'],
    [
      `Variable ${N} of type ${N} used in position expecting type ${N}\\.`,
      '变量“$1”的类型为“$2”，此处须为“$3”。',
    ],
    [
      `Variable ${N} is of type ${N} but must be non-nullable to be used for OneOf Input Object ${N}\\.`,
      '变量“$1”的类型为“$2”，用于“$3”时不能为空。',
    ],
    ['GraphQL introspection is not allowed by Apollo Server, .*', '此处不提供内省查询。'],
    ['Syntax Error: Expected (.*), found (.*)\\.', '语法错误：此处应为 $1，却是 $2。'],
    [
      'Syntax Error: Unexpected variable (.*) in constant value\\.',
      '语法错误：常量值中不能有变量 $1。',
    ],
    ['Syntax Error: Unexpected description, .*', '语法错误：此处不能有说明文字。'],
    ['Syntax Error: Unexpected single quote character .*', '语法错误：文本须用双引号（"）。'],
    [
      'Syntax Error: (?:Unexpected|Invalid) character(?: within String)?: (.*)\\.',
      '语法错误：不能有字符 $1。',
    ],
    ['Syntax Error: Unexpected (.*)\\.', '语法错误：此处不应有 $1。'],
    ['Syntax Error: Invalid number, .*', '语法错误：数字写法有误。'],
    ['Syntax Error: Invalid (?:Unicode|character) escape sequence: .*', '语法错误：转义写法有误。'],
    ['Syntax Error: Unterminated string\\.', '语法错误：文本没有结束的引号。'],
    ['Syntax Error: (?:Name )?(.*) is reserved .*', '语法错误：$1 是保留名称。'],
    [
      'This operation has been blocked as a potential Cross-Site Request Forgery .*',
      '该请求可能是跨站伪造请求，未予执行。请带上请求头 content-type: application/json 或 apollo-require-preflight。',
    ],
    [
      'POST body missing, invalid Content-Type, or JSON object has no keys\\.',
      '请求没有正文，或正文不是 JSON 对象（content-type: application/json）。',
    ],
    ['GraphQL operations must contain a non-empty .*', '请求没有操作文本（query）。'],
    ['GraphQL queries must be strings\\..*', '操作（query）须为文本。'],
    ['Operation batching disabled\\.', '一次只能提交一个操作。'],
    ['No operations found in request\\.', '请求没有操作文本（query）。'],
    [
      '`(\\w+)` in a POST body should be provided as an object, .*',
      '“$1”须为 JSON 对象，不能是文本。',
    ],
    ['`operationName` in a POST body must be a string if provided\\.', '“operationName”须为文本。'],
    ['`(\\w+)` in a POST body must be an object if provided\\.', '“$1”须为 JSON 对象。'],
    ["The '(\\w+)' search parameter may only be specified once\\.", '网址参数“$1”只能出现一次。'],
    ['The (\\w+) search parameter contains invalid JSON\\.', '网址参数“$1”不是 JSON。'],
    [
      'The (\\w+) search parameter should contain a JSON-encoded object\\.',
      '网址参数“$1”须为 JSON 对象。',
    ],
    [
      'GET requests only support query operations, not (\\w+) operations',
      '以 GET 请求只能查询，不能用于 $1。',
    ],
    [
      'GET requests may not have a content-type header .*',
      '以 GET 请求时，content-type 须为 application/json。',
    ],
    ['Apollo Server supports only GET/POST requests\\.', '只支持 GET 与 POST 请求。'],
    [
      "An 'accept' header was provided for this request which does not accept .*",
      '请求头 accept 须包含 application/json。',
    ],
    [
      'Apollo [Ss]erver received an operation that uses incremental delivery .*',
      '不支持 @defer 与 @stream。',
    ],
    [`Unknown operation named ${N}\\.`, '没有名为“$1”的操作。'],
    [
      'Must provide operation name if query contains multiple operations\\.',
      '文本含多个操作，请以 operationName 指明。',
    ],
  ] as const
).map(([form, words]) => [new RegExp(`^${form}$`, 's'), words]);

const SUGGESTION = / Did you mean (to use an inline fragment on )?(?:the enum value )?(.+)\?$/s;

/** What the libraries give up on, in words of ours: they say that they stop, and not why. */
const GIVEN_UP: readonly {
  readonly form: RegExp;
  readonly kind: string;
  readonly words: Words;
}[] = [
  {
    form: /^Too many validation errors, error limit reached\. Validation aborted\.$/,
    kind: 'TOO_MANY_ERRORS',
    words: {
      en: 'There are more errors than these; they are not looked for.',
      zh: '错误过多，校验到此为止，其余不再列出。',
    },
  },
  {
    form: /^Validation aborted\.$/,
    kind: 'TOO_MUCH_TO_CHECK',
    words: {
      en: 'There are too many fields or fragments to check them all. Ask for less, or in several requests.',
      zh: '字段或片段过多，校验到此为止，请减少内容，或分几次查询。',
    },
  },
  {
    form: /^(?:Syntax Error: )?Source contains more than \d+ UTF-16 code units\. Parsing aborted\.$/,
    kind: 'TOO_LONG',
    words: {
      en: 'The text of the operation is too long. Ask for less, or in several requests.',
      zh: '操作文本过长，请减少内容，或分几次查询。',
    },
  },
  {
    form: /^(?:Syntax Error: )?Document contains more than \d+ comments\. Parsing aborted\.$/,
    kind: 'TOO_MANY_COMMENTS',
    words: {
      en: 'There are too many comments. Leave them out.',
      zh: '注释过多，请去掉注释。',
    },
  },
];

const TOKENS = /^(?:Syntax Error: )?Document contains more tha[nt] (\d+) tokens/;

const CODES = [
  'BAD_REQUEST',
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'OPERATION_RESOLUTION_FAILURE',
] as const;
type LibraryCode = (typeof CODES)[number];

/** For what is said in words that are not known here: the caller is told its kind. */
const ANY: Readonly<Record<LibraryCode, Words>> = {
  BAD_REQUEST: { en: 'The request can’t be read.', zh: '请求格式有误。' },
  GRAPHQL_PARSE_FAILED: {
    en: 'The text of the operation is not GraphQL.',
    zh: '语法错误：操作文本不是 GraphQL。',
  },
  GRAPHQL_VALIDATION_FAILED: {
    en: 'The operation does not fit the schema.',
    zh: '该操作不符合模式。',
  },
  OPERATION_RESOLUTION_FAILURE: {
    en: 'Which operation is meant is not told, or there is none of that name.',
    zh: '未指明要执行的操作，或没有该名称的操作。',
  },
};

/**
 * What graphql-js or Apollo Server refuses, as all callers are told it, by whatever way they ask: the code, and the
 * sentence in both languages, without values that were given. Undefined where this is no code of theirs.
 */
export function libraryRefusal(code: unknown, message: string): GraphQLError | undefined {
  if (!isOfLibraries(code)) return undefined;
  const limit = TOKENS.exec(message)?.[1];
  if (limit !== undefined) return limitError('TOKEN_LIMIT', { limit: Number(limit) });
  const givenUp = GIVEN_UP.find(({ form }) => form.test(message));
  if (givenUp) return wordedError(code, givenUp.words, { extensions: { kind: givenUp.kind } });
  const en = withoutValue(message.trim());
  const zh = inChinese(en);
  return wordedError(code, zh === undefined ? ANY[code] : { en, zh });
}

const isOfLibraries = (code: unknown): code is LibraryCode =>
  (CODES as readonly unknown[]).includes(code);

/** What a message of a library says, in Chinese, its names kept; undefined of one that is not known. */
function inChinese(message: string): string | undefined {
  const [suggestion = '', onTypes, names = ''] = message.startsWith('Syntax Error')
    ? []
    : (SUGGESTION.exec(message) ?? []);
  const told = message.slice(0, message.length - suggestion.length);
  const found = FORMS.find(([form]) => form.test(told));
  if (!found) return undefined;
  const words = told.replace(found[0], found[1]).replaceAll('<EOF>', '文本结尾');
  if (suggestion === '') return words;
  const meant = names.replaceAll(/,? or |, /g, '、').replaceAll(/"([^"]*)"/g, '“$1”');
  return `${words}${onTypes === undefined ? '是否指' : '是否应对下列类型使用内联片段：'}${meant}？`;
}
