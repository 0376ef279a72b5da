import fc from 'fast-check';
import { mongo } from 'mongoose';
import { decodeState, encodeOperand, encodeState } from './state-codec.ts';

const yuan = fc.bigInt({ min: -(10n ** 17n) + 1n, max: 10n ** 17n - 1n }).map((fen) => {
  const digits = (fen < 0n ? -fen : fen).toString().padStart(3, '0');
  return `${fen < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
});
const instants = fc
  .date({ min: new Date('0000-01-01T00:00:00Z'), max: new Date('9999-12-31T23:59:59Z') })
  .filter((date) => !Number.isNaN(date.getTime()))
  .map((date) => date.toISOString());
const states = fc.letrec((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    fc.string(),
    fc.integer(),
    fc.boolean(),
    fc.constant(null),
    instants,
    fc.record({ yuan }),
    fc.record({ yuan: fc.string() }),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(
      fc.string().filter((key) => key !== '__proto__'),
      tie('value'),
      { maxKeys: 4 },
    ),
  ),
})).value;

describe('the codec of stored states', () => {
  it('gives every state back as it was', () => {
    fc.assert(
      fc.property(states, (state) => {
        expect(decodeState(encodeState(state))).toEqual(state);
      }),
    );
  });

  it('gives a state back as it was through the bytes of the database', () => {
    fc.assert(
      fc.property(instants, yuan, (at, amount) => {
        const bytes = mongo.BSON.serialize({ state: encodeState({ at, fee: { yuan: amount } }) });
        const read = mongo.BSON.deserialize(bytes) as { readonly state: unknown };
        expect(decodeState(read.state)).toEqual({ at, fee: { yuan: amount } });
      }),
    );
  });

  it('changes nothing of what was read, and makes anew only what holds a date or money', () => {
    const at = new Date('2026-03-02T04:00:00.000Z');
    const stored = { plain: { names: ['a'], deep: { n: 1 } }, list: [{ at }, { n: 2 }] };
    const before = structuredClone(stored);
    const decoded = decodeState(stored) as typeof stored;
    expect(decoded).toEqual({ ...stored, list: [{ at: at.toISOString() }, { n: 2 }] });
    expect(stored).toEqual(before);
    expect(decoded.plain).toBe(stored.plain);
    expect(decoded.list[1]).toBe(stored.list[1]);
  });

  it('takes `__proto__` for a name like any other', () => {
    const stored = JSON.parse('{ "__proto__": { "at": 0 } }') as Record<string, { at: unknown }>;
    Object.values(stored).forEach((field) => (field.at = new Date(0)));
    const decoded = decodeState(stored) as object;
    expect(Object.keys(decoded)).toEqual(['__proto__']);
    expect(Object.getPrototypeOf(decoded)).toBe(Object.prototype);
    expect(JSON.stringify(decoded)).toContain('1970-01-01T00:00:00.000Z');
  });

  it('stores an instant as a date', () => {
    expect(encodeState('2026-03-02T04:00:00.000Z')).toEqual(new Date('2026-03-02T04:00:00.000Z'));
  });

  it('stores the yuan of money as a Decimal128', () => {
    expect(encodeState({ yuan: '12.50' })).toEqual({ yuan: mongo.Decimal128.fromString('12.50') });
  });

  it.each([
    ['a day without a time', '2026-03-02'],
    ['an instant without milliseconds', '2026-03-02T04:00:00Z'],
    ['a day that the calendar has not', '2026-02-30T04:00:00.000Z'],
    ['an hour that the day has not', '2026-02-20T25:00:00.000Z'],
    ['an offset', '2026-03-02T04:00:00.000+08:00'],
  ])('leaves %s as text', (_what, text) => {
    expect(encodeState(text)).toBe(text);
  });

  it.each(['12', '12.5', '007.00', '1e3', '12.500'])('leaves %s as text under yuan', (text) => {
    expect(encodeState({ yuan: text })).toEqual({ yuan: text });
  });

  it('leaves an object that only resembles money', () => {
    expect(encodeState({ yuan: '12.00', paid: true })).toEqual({ yuan: '12.00', paid: true });
  });

  it('leaves out what is undefined', () => {
    expect(encodeState({ there: 1, absent: undefined })).toEqual({ there: 1 });
  });

  it('compares a field of money with a Decimal128 and others as they are stored', () => {
    expect(encodeOperand('state.fee.yuan', '3.00')).toEqual(mongo.Decimal128.fromString('3.00'));
    expect(encodeOperand('state.name', '3.00')).toBe('3.00');
  });
});
