export { commandMeta, type Caller, type Repeatable } from './command-meta.ts';
export {
  defineService,
  type AssembledService,
  type Kept,
  type Service,
  type ServiceDefinition,
  type ServiceDependencies,
  type ServiceRequest,
} from './define-service.ts';
export type { Foundation } from './foundation.ts';
export { jsonVariable } from './json-variable.ts';
export { createNotKnown, type NotKnown } from './not-known.ts';
export { listOf, listsOfEach, type ListQuery } from './lists.ts';
export { allOf, keepSnapshot, onEvent, onEvents, together, type Reaction } from './reactions.ts';
export { createRegionalCalendars, type RegionalCalendars } from './regional-calendars.ts';
export { runAsProgram } from './run-as-program.ts';
export {
  parseServiceEnvironment,
  serviceEnvironment,
  type ServiceEnvironment,
} from './service-environment.ts';
export * from './kind/index.ts';
