/** A reference inside this service to what has to be there: its absence is a fault, not a null. */
export function found<Value>(value: Value | Error | null): Value {
  if (value instanceof Error) throw value;
  if (value === null) throw new Error('A reference inside windows leads nowhere.');
  return value;
}
