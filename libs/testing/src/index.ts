export { eventually } from './eventually.ts';
export { forAllOrders, type Delivery } from './for-all-orders.ts';
export { given, type Outcome } from './given.ts';
export {
  permittedPairs,
  type CommandOfEach,
  type PermittedPair,
  type StateOfEach,
} from './permitted-pairs.ts';
export { bareRejections, refusalFaults, type RejectionOfEach } from './refusal-faults.ts';
export { stateAfter } from './state-after.ts';
