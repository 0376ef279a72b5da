export { startNats, type StartedNats } from './start-nats.ts';
export { startNatsCluster, type StartedCluster } from './start-nats-cluster.ts';
