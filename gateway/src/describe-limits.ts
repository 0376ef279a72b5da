import { MOST_FAULTS, type Limits } from '@onewindow/subgraph';
import { DEEPEST, MOST_NAMES, MOST_PARTS } from './http/json-body.ts';
import { LONGEST_TEXT } from './planning/text-limit.ts';

/** What an operation and its answer may be, as the description of the schema: whoever asks for the schema reads it. */
export function describeLimits(
  limits: Limits,
  { answerSize, budget }: { readonly answerSize: number; readonly budget: number },
): string {
  const rows: readonly (readonly [string, string, number, string])[] = [
    [
      'COST_LIMIT',
      'cost, by @cost and @listSize with the values of variables',
      limits.cost,
      '开销',
    ],
    ['DEPTH_LIMIT', 'fields below each other', limits.depth, '嵌套层数'],
    ['ALIAS_LIMIT', 'aliases, fragments counted in', limits.aliases, '别名数'],
    ['DIRECTIVE_LIMIT', 'directives, fragments counted in', limits.directives, '指令数'],
    ['TEXT_LIMIT', 'characters of the text', LONGEST_TEXT, '文本字符数'],
    ['TOKEN_LIMIT', 'tokens of the text', limits.tokens, '词元数'],
    ['ANSWER_LIMIT', 'characters of an answer', answerSize, '结果字符数'],
    ['DEADLINE_EXCEEDED', 'milliseconds', budget, '毫秒'],
    ['BAD_USER_INPUT', 'errors told of variables', MOST_FAULTS, '所报变量错误'],
    ['BAD_REQUEST', 'values in a body', MOST_PARTS, '请求正文中的值'],
    ['BAD_REQUEST', 'different names of fields in a body', MOST_NAMES, '请求正文中不同的字段名'],
    ['BAD_REQUEST', 'objects and lists in each other in a body', DEEPEST, '请求正文的嵌套层数'],
  ];
  const lines = rows.map(
    ([code, what, most, zh]) => `- \`${code}\`: ${most.toLocaleString('en')} ${what} ${zh}`,
  );
  return ['Limits of one operation, by the code of the error. 单次操作的上限', ...lines].join('\n');
}
