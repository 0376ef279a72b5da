import { GraphQLScalarType, Kind } from 'graphql';
import { parseMoney, type Money } from '@onewindow/kernel';
import { badUserInput } from '../graphql-errors.ts';

/** `Money` inside, `"12.00"` on the wire. A JSON number is refused: it has no exact fen. */
export const Yuan = new GraphQLScalarType<Money, string>({
  name: 'Yuan',
  serialize: (value) => {
    if (typeof value !== 'object' || value === null || !('yuan' in value)) {
      throw new TypeError('A Yuan is Money.');
    }
    return parseValue(value.yuan).yuan;
  },
  parseValue,
  parseLiteral: (node) => parseValue(node.kind === Kind.STRING ? node.value : undefined),
});

function parseValue(value: unknown): Money {
  const money = typeof value === 'string' ? parseMoney(value) : undefined;
  if (!money) {
    throw badUserInput({
      en: 'A Yuan is decimal text with at most two places: "12.00".',
      zh: '金额须写成最多两位小数的文本，如 "12.00"。',
    });
  }
  return money;
}
