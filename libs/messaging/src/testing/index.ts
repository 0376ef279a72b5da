export { startNats, type StartedNats } from './start-nats.ts';
