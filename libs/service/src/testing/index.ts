export { anEvent } from './an-event.ts';
export { startNeighbour, type Neighbour } from './start-neighbour.ts';
export {
  query,
  startOnRealServers,
  type Query,
  type StartedService,
} from './start-on-real-servers.ts';
export { fieldsBelow, isShownNowhere, shownAlone } from './shown-alone.ts';
export { until } from './until.ts';
