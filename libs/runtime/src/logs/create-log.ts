import {
  pino,
  stdTimeFunctions,
  type Bindings,
  type ChildLoggerOptions,
  type DestinationStream,
  type Level,
  type Logger,
} from 'pino';
import { redact, redactText } from './redact.ts';

export type Log = Logger;
export type LogLevel = Level | 'silent';

export interface LogOptions {
  readonly service: string;
  readonly level?: LogLevel;
  /** Standard output when absent. */
  readonly destination?: DestinationStream;
}

/**
 * Lines of JSON: `time` as an instant, `level` as a word, `service`, then what is said. Everything
 * passes the redaction, messages and the bindings of child loggers too.
 */
export function createLog({ service, level = 'info', destination }: LogOptions): Log {
  const options = {
    level,
    base: { service },
    timestamp: stdTimeFunctions.isoTime,
    // Errors are plain objects by then.
    serializers: { err: (error: unknown) => error },
    formatters: {
      level: (label: string) => ({ level: label }),
    },
    hooks: {
      logMethod(this: Logger, given: unknown[], method: (...args: unknown[]) => void) {
        method.apply(this, withoutSecrets(given));
      },
    },
  } as const;
  const log = destination === undefined ? pino(options) : pino(options, destination);
  // pino formats the bindings of the first logger only. Children have it as their prototype.
  const makeChild = Reflect.get(log, 'child');
  const child = function (this: Logger, bindings: Bindings, ...more: ChildLoggerOptions[]) {
    return makeChild.call(this, redact(bindings) as Bindings, ...more);
  };
  return Object.assign(log, { child });
}

function withoutSecrets(given: readonly unknown[]): unknown[] {
  const [first, ...others] = given;
  // pino would take a bare error's message as the line's, past the redaction.
  if (first instanceof Error) {
    const [message, ...values] = others.length > 0 ? others : [first.message];
    return [{ err: redact(first) }, ...[message, ...values].map((it) => redact(it))];
  }
  if (typeof first === 'string') return [redactText(first), ...others.map((it) => redact(it))];
  return given.map((it) => redact(it));
}
