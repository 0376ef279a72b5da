import { GraphQLError, GraphQLScalarType, Kind } from 'graphql';
import { parseDay, type Day } from '@onewindow/calendar';

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
    throw new GraphQLError('A Date is a day of the calendar: 2026-03-01.', {
      extensions: { code: 'BAD_USER_INPUT' },
    });
  }
  return day;
}
