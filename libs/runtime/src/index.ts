export { businessClock, timeOf, trustClock, type Clock } from './clock.ts';
export {
  clockEnvironment,
  httpEnvironment,
  identityEnvironment,
  journalEnvironment,
  logEnvironment,
  mongoEnvironment,
  natsEnvironment,
  personalDataEnvironment,
  textKeysEnvironment,
  requestTokenEnvironment,
  sessionEnvironment,
} from './environment/fragments.ts';
export type { EnvironmentSource } from './embedded/programs.ts';
export {
  parseEnvironment,
  type Environment,
  type EnvironmentShape,
} from './environment/parse-environment.ts';
export { subgraphKeysEnvironment } from './environment/subgraph-keys.ts';
export type { Exchange, Handler, Route } from './http/exchange.ts';
export { departureOf, type Departure } from './http/departure.ts';
export type { Routes } from './http/find-route.ts';
export { createHttpHost, type HttpHost, type HttpHostOptions } from './http/http-host.ts';
export { inBatches } from './in-batches.ts';
export { createInTurn, type InTurn } from './in-turn.ts';
export { createLifecycle, type Lifecycle, type StopStage } from './lifecycle/create-lifecycle.ts';
export { runService, type ServiceProgram } from './lifecycle/run-service.ts';
export { createLog, type Log, type LogLevel, type LogOptions } from './logs/create-log.ts';
export { createMetrics, type CounterOptions, type Metrics } from './metrics/create-metrics.ts';
export {
  besideRequest,
  carryOutWhole,
  countMongoCommand,
  forgetReads,
  readOnce,
  RequestTimeOver,
  timeForReading,
  withRequestCost,
  type RequestCost,
} from './metrics/request-cost.ts';
export { describeSpan, inSpan, isTracing } from './traces/span.ts';
export type { RunningSpan, SpanDescription } from './traces/span.ts';
export { parseTrace, type Trace } from './traces/trace.ts';
export { parseLanguage, type Language } from './http/language.ts';
