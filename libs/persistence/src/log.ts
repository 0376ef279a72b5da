/** What this lib says to the operator: pino's shape, object first, constant message second. */
export interface Log {
  info(details: object, message: string): void;
  warn(details: object, message: string): void;
  error(details: object, message: string): void;
}
