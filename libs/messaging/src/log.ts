type Line = (fields: object, message: string) => void;

/** What is needed of a pino logger. */
export interface Log {
  readonly info: Line;
  readonly warn: Line;
  readonly error: Line;
}

const nothing: Line = () => undefined;
export const SILENT: Log = { info: nothing, warn: nothing, error: nothing };
