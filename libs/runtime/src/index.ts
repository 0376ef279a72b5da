export { businessClock, trustClock, type Clock } from './clock.ts';
