import { setTimeout as sleep } from 'node:timers/promises';
import { inspectBroker, inspectListening } from '@onewindow/messaging';
import { inspectDatabase, verifyDatabases, type VerifyReport } from '@onewindow/persistence';
import { databasePlaces } from '../verify/database-places.ts';
import type { BrokerFacts, DatabaseFacts, ProgramFacts, Unasked } from './facts.ts';

type Told = Pick<ProgramFacts, 'name' | 'environment'>;
const BETWEEN_LOOKS_MS = 1_500;

/** The database of every program that has one. */
export function collectDatabases(programs: readonly Told[]): Promise<readonly DatabaseFacts[]> {
  return Promise.all(
    databasePlaces(programs).places.map(async ({ program, ...place }) => ({
      program,
      report: await inspectDatabase(place, inspectListening).catch(unasked),
    })),
  );
}

/** As many of each collection as can be looked at while somebody waits. */
const NEWEST = 200;

export function collectStored(programs: readonly Told[]): Promise<VerifyReport | Unasked> {
  return verifyDatabases(databasePlaces(programs).places, {
    newest: NEWEST,
    now: new Date(),
  }).catch(unasked);
}

/** Each broker once, whoever uses it, looked at twice. */
export function collectBrokers(
  programs: readonly Told[],
  betweenLooksMs = BETWEEN_LOOKS_MS,
): Promise<readonly BrokerFacts[]> {
  const users = new Map<string, string[]>();
  for (const { name, environment } of programs) {
    const { NATS_URL: url, MONGODB_URI: own } = environment;
    // The gateway's user only reads: it may not look at streams.
    if (url !== undefined && own !== undefined) users.set(url, [...(users.get(url) ?? []), name]);
  }
  return Promise.all(
    [...users].map(async ([url, using]) => ({
      programs: using,
      reports: await lookTwice(url, betweenLooksMs).catch(unasked),
    })),
  );
}

async function lookTwice(url: string, betweenLooksMs: number) {
  const first = await inspectBroker(url);
  await sleep(betweenLooksMs);
  return [first, await inspectBroker(url)] as const;
}

const unasked = (error: unknown): Unasked => ({
  unasked: (error instanceof Error ? error.message : String(error)).replaceAll(
    /\/\/[^@/]*@/gu,
    '//…@',
  ),
});
