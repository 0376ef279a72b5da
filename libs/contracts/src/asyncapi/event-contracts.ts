import type { EventContract } from '../define-event.ts';

/** The contract events among the exports of a module, in the order of their types. */
export const eventContractsIn = (module: object): readonly EventContract[] =>
  Object.values(module)
    .filter(isEventContract)
    .sort((one, other) => (one.type < other.type ? -1 : 1));

const isEventContract = (value: unknown): value is EventContract =>
  typeof value === 'object' && value !== null && 'happened' in value && 'schema' in value;
