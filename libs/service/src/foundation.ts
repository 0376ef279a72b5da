import { fact, textErased } from '@onewindow/contracts';
import type { JsonObject } from '@onewindow/kernel';
import {
  accessIndexes,
  createJournal,
  createPersonalDataVault,
  createReplica,
  createTextVault,
  journalIndexes,
  kindOfCollection,
  newId,
  replicaIndexes,
  segmentIndexes,
  type AggregateType,
  type CollectionIndexes,
  type Database,
  type Journal,
  type JournalDependencies,
  type JournalEvent,
  type Maintained,
  type PersonalDataVault,
  type Replica,
  type ReplicaDeclaration,
  type ReplicaRow,
  type TextVault,
} from '@onewindow/persistence';
import { trustClock, type Clock, type Log, type Metrics } from '@onewindow/runtime';
import type { personalDataEnvironment, textKeysEnvironment } from '@onewindow/runtime';
import type { z } from 'zod';

/** What a service builds its own parts on. Whatever is made here gets its indexes, sweeps and events by that. */
export interface Foundation {
  readonly database: Database;
  /** The business clock. */
  readonly clock: Clock;
  readonly log: Log;
  readonly metrics: Metrics;
  /** The journal of one kind of aggregate. */
  readonly journal: <
    State,
    Command,
    Event extends JournalEvent,
    Rejection extends { readonly code: string },
  >(
    type: AggregateType<State, Command, Event, Rejection>,
    /** The vault, where the kind has detachable texts. */
    texts?: TextVault,
  ) => Journal<State, Command, Event, Rejection>;
  /** What is kept of another service's aggregates, in a collection of this name. */
  readonly replica: <Row extends ReplicaRow>(
    name: string,
    declaration: ReplicaDeclaration,
  ) => Replica<Row>;
  /** Where personal data lies, encrypted with the first of these keys; its accesses are recorded. */
  readonly vault: (
    personalData: z.output<typeof personalDataEnvironment>,
  ) => PersonalDataVault & TextVault;
  /** Where what people wrote is sealed, in a service that keeps nobody's personal data. */
  readonly texts: (textKeys: z.output<typeof textKeysEnvironment>) => TextVault;
}

/** What the service must do for the parts that were made on its foundation. */
export interface Laid {
  readonly foundation: Foundation;
  readonly indexes: readonly CollectionIndexes[];
  readonly journals: readonly Maintained[];
  /** Those whose entries are sealed. */
  readonly sealed: readonly Maintained[];
  /** Those in which something happens by itself. */
  readonly withTimers: readonly Maintained[];
}

export function layFoundation(
  given: JournalDependencies & {
    /** The service's name: erasures are told under it. */
    readonly service: string;
    readonly businessClock: Clock;
    readonly log: Log;
    readonly metrics: Metrics;
  },
): Laid {
  const { database, service, businessClock, log, metrics, ...rest } = given;
  const indexes: CollectionIndexes[] = [];
  const journals: Maintained[] = [];
  const sealed: Maintained[] = [];
  const withTimers: Maintained[] = [];
  const foundation: Foundation = {
    ...{ database, clock: businessClock, log, metrics },
    journal: (type, texts) => {
      if (kindOfCollection(type.collection) !== type.kind)
        throw new Error(`${type.kind} is kept in ${type.collection}, which is not its plural.`);
      const told = { ...type, erasureTold: erasureToldBy(service, type.kind) };
      const journal = createJournal(told, { ...rest, database, log, ...(texts && { texts }) });
      if (journals.length === 0) indexes.push(segmentIndexes);
      indexes.push(journalIndexes(type));
      journals.push(journal);
      if (type.unsealed !== true) sealed.push(journal);
      if (type.timers) withTimers.push(journal);
      return journal;
    },
    replica: (name, declaration) => {
      indexes.push(replicaIndexes(name, declaration));
      return createReplica(database, name, declaration);
    },
    vault: ({ keys, indexSecret }) => {
      indexes.push(accessIndexes);
      const about = { keys: twoOf(keys), indexSecret, processId: newId() };
      return createPersonalDataVault({ database, ...about, clock: trustClock });
    },
    texts: ({ keys }) => createTextVault(twoOf(keys)),
  };
  return { foundation, indexes, journals, sealed, withTimers };
}

/** The key that writes, and the one that still reads. */
const twoOf = <Key>([writes, reads]: readonly [Key, ...Key[]]) =>
  reads === undefined ? ([writes] as const) : ([writes, reads] as const);

/** The contract event of an erasure, from what its entry says. */
const erasureToldBy = (service: string, kind: string) => {
  const contract = textErased(service);
  return ({ reason, legalBasis, decision, texts }: JsonObject) =>
    fact(contract, {
      happened: {
        ...{ kind, reason: reason as string, texts: (texts as readonly unknown[]).length },
        legalBasis: (legalBasis ?? null) as string | null,
        decision: (decision ?? null) as string | null,
      },
    });
};
