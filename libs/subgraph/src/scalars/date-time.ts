import { GraphQLScalarType, Kind } from 'graphql';
import { parseDay } from '@onewindow/calendar';
import { instant, type Instant } from '@onewindow/kernel';
import { badUserInput } from '../graphql-errors.ts';

const RFC_3339 =
  /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d+)?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$/i;
const CHINA_OFFSET = 8 * 3_600_000;

/** An `Instant` inside; on the wire RFC 3339 in the time of Asia/Shanghai, which has had no other offset since 1992. */
export const DateTime = new GraphQLScalarType<Instant, string>({
  name: 'DateTime',
  serialize: (value) => {
    if (typeof value !== 'string' && !(value instanceof Date)) {
      throw new TypeError('A DateTime is an Instant.');
    }
    const shifted = Date.parse(instant(value)) + CHINA_OFFSET;
    return new Date(shifted).toISOString().replace('Z', '+08:00');
  },
  parseValue,
  parseLiteral: (node) => parseValue(node.kind === Kind.STRING ? node.value : undefined),
});

function parseValue(value: unknown): Instant {
  const match = typeof value === 'string' ? RFC_3339.exec(value) : null;
  // JavaScript alone takes 30 February for 2 March.
  if (!match?.[1] || parseDay(match[1]) === undefined) {
    throw badUserInput({
      en: 'A DateTime is RFC 3339 with an offset: 2026-03-01T09:00:00+08:00.',
      zh: '时刻须写成带时区的形式，如 2026-03-01T09:00:00+08:00。',
    });
  }
  return instant(match[0].toUpperCase());
}
