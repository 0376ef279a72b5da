import { GraphQLScalarType, Kind } from 'graphql';
import { parseDay, type Day } from '@onewindow/calendar';
import { badUserInput } from '../graphql-errors.ts';

/** A `Day` of Asia/Shanghai, `YYYY-MM-DD`, inside and on the wire. */
export const DateScalar = new GraphQLScalarType<Day, string>({
  name: 'Date',
  serialize: parseValue,
  parseValue,
  parseLiteral: (node) => parseValue(node.kind === Kind.STRING ? node.value : undefined),
});

function parseValue(value: unknown): Day {
  const day = typeof value === 'string' ? parseDay(value) : undefined;
  if (day === undefined) {
    throw badUserInput({
      en: 'A Date is a day of the calendar: 2026-03-01.',
      zh: '日期须写成 2026-03-01 的形式。',
    });
  }
  return day;
}
