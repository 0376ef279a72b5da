import type { EventContract, EventEnvelope } from '@onewindow/contracts';
import type { Replica, ReplicaRow } from '@onewindow/persistence';

/** What a service does with the events of these contracts: a consumer but for where it listens. */
export interface Reaction {
  readonly contracts: readonly EventContract[];
  readonly handle: (event: EventEnvelope) => Promise<void>;
}

/**
 * All contracts of a family: `allOf(caseEvents)`. Who keeps a replica takes the family, because a replay sends the
 * newest event of an aggregate, whatever that is; whatever joins the family later is heard by that.
 */
export const allOf = <Contract>(family: Readonly<Record<string, Contract>>): readonly Contract[] =>
  Object.values(family);

/** Does something with each event of one contract. `data` is what the contract's schema makes of it. */
export function onEvent<Data>(
  contract: EventContract<Data>,
  handle: (data: Data, event: EventEnvelope) => Promise<void>,
): Reaction {
  return {
    contracts: [contract],
    handle: async (event) => {
      await handle(contract.schema.parse(event.data), event);
    },
  };
}

/** Does the same with each event of several contracts, as far as they tell the same. */
export function onEvents<Data>(
  contracts: readonly EventContract<Data>[],
  handle: (data: Data, event: EventEnvelope) => Promise<void>,
): Reaction {
  return together(contracts.map((contract) => onEvent(contract, handle)));
}

/** One consumer for several reactions: each event goes to those that name its type. */
export function together(reactions: readonly Reaction[]): Reaction {
  return {
    contracts: reactions.flatMap(({ contracts }) => contracts),
    handle: async (event) => {
      for (const { contracts, handle } of reactions) {
        if (contracts.some(({ type }) => type === event.type)) await handle(event);
      }
    },
  };
}

/**
 * Keeps the newest snapshot of each aggregate as a row. Twice, late and in any order: the row with the
 * newest source version stays.
 */
export function keepSnapshot<Snapshot extends { readonly id: string }, Row extends ReplicaRow>(
  contracts: readonly EventContract<{ readonly happened: unknown; readonly snapshot: Snapshot }>[],
  replica: Pick<Replica<Row>, 'put'>,
  toRow: (snapshot: Snapshot, head: ReplicaRow) => Row,
): Reaction {
  return onEvents(contracts, async ({ snapshot }, { aggregateversion: sourceVersion }) => {
    await replica.put(toRow(snapshot, { _id: snapshot.id, sourceVersion }));
  });
}
