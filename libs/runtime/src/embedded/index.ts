export { freePort } from './free-port.ts';
export { locateMongo, locateNats, type LocatedMongo, type LocatedNats } from './locate.ts';
export {
  mongodArguments,
  REPLICA_SET,
  secantusArguments,
  startMongo,
  type RunnableMongo,
  type StartMongoOptions,
} from './mongo-server.ts';
export {
  natsConfiguration,
  startNats,
  type ClusterPlace,
  type RunnableNats,
  type StartNatsOptions,
} from './nats-server.ts';
export { programOfWheels, programOnPath, type EnvironmentSource } from './programs.ts';
export {
  startServer,
  type RunningServer,
  type ServerProgram,
  type StartServerOptions,
} from './start-server.ts';
export type { Exit } from './stopper.ts';
export { workspaceRoot } from './workspace-root.ts';
