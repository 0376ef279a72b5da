import { z } from 'zod';

/** A variable that holds JSON of `what`, `{}` when it is not set, as `read` makes it. Why that throws is told as its problem. */
export const jsonVariable = <Value>(what: string, read: (json: unknown) => Value) =>
  z
    .string()
    .default('{}')
    .transform((text, context) => {
      try {
        return read(JSON.parse(text));
      } catch (cause) {
        const message = `must be JSON of ${what}: ${(cause as Error).message}`;
        context.addIssue({ code: 'custom', message });
        return z.NEVER;
      }
    });
