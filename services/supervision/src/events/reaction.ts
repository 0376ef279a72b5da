import type { EventContract, EventEnvelope } from '@onewindow/contracts';
import type { Replica, ReplicaRow } from '@onewindow/persistence';

/** What is done with the events of these contracts. */
export interface Reaction {
  readonly contracts: readonly EventContract[];
  readonly handle: (event: EventEnvelope) => Promise<void>;
}

type Carrying<Snapshot> = EventContract<{
  readonly happened: unknown;
  readonly snapshot: Snapshot;
}>;

/** Keeps the newest snapshot of each aggregate as a row: twice, late and in any order. */
export function keepSnapshot<Snapshot extends { readonly id: string }, Row extends ReplicaRow>(
  contracts: readonly [Carrying<Snapshot>, ...Carrying<Snapshot>[]],
  replica: Pick<Replica<Row>, 'put'>,
  toRow: (snapshot: Snapshot, head: ReplicaRow) => Row,
): Reaction {
  return {
    contracts,
    handle: async ({ type, data, aggregateversion: sourceVersion }) => {
      const contract = contracts.find((candidate) => candidate.type === type) ?? contracts[0];
      const { snapshot } = contract.schema.parse(data);
      await replica.put(toRow(snapshot, { _id: snapshot.id, sourceVersion }));
    },
  };
}

/** Does something with each event of one contract, whose data it is given. */
export function onEvent<Data>(
  contract: EventContract<Data>,
  handle: (data: Data, event: EventEnvelope) => Promise<void>,
): Reaction {
  return {
    contracts: [contract],
    handle: (event) => handle(contract.schema.parse(event.data), event),
  };
}

/** One consumer for several reactions: each event goes to the one that names its type. */
export function together(reactions: readonly Reaction[]): Reaction {
  const byType = new Map(
    reactions.flatMap(({ contracts, handle }) =>
      contracts.map(({ type }) => [type, handle] as const),
    ),
  );
  return {
    contracts: reactions.flatMap(({ contracts }) => contracts),
    handle: async (event) => {
      await byType.get(event.type)?.(event);
    },
  };
}
