import { existsSync, readFileSync } from 'node:fs';
import { collectHealth } from './collect-health.ts';
import { collectBrokers, collectDatabases, collectStored } from './collect-servers.ts';
import { pythonVersion, readNx, readPackages } from './collect-workspace.ts';
import type { Facts } from './facts.ts';
import { whoIsAsked, type Question } from '../who-is-asked.ts';
import { adminOf, type ToldProgram } from './told-programs.ts';

/** Asks everything at once; nothing that does not answer keeps the rest from being told. */
export async function collectFacts(question: Question): Promise<Facts> {
  const { root } = question;
  const { isLocal, told, secrets } = whoIsAsked(question);
  const [python, databases, stored, brokers, programs] = await Promise.all([
    pythonVersion(),
    collectDatabases(told),
    collectStored(told),
    collectBrokers(told),
    Promise.all(
      told.map(async ({ address, ...program }) => ({
        ...program,
        health: await collectHealth(
          address,
          program.isGateway ? adminOf({ address, ...program }) : undefined,
        ),
      })),
    ),
  ]);
  return {
    ...{ isLocal, python, databases, stored, brokers, programs, localSecrets: secrets },
    node: process.versions.node,
    packages: readPackages(root),
    nx: readNx(root),
    movedClock: isLocal ? movedClock(told) : undefined,
  };
}

function movedClock(told: readonly ToldProgram[]): string | undefined {
  const file = told.find(({ environment }) => environment['BUSINESS_CLOCK'])?.environment[
    'BUSINESS_CLOCK'
  ];
  if (file === undefined || !existsSync(file)) return undefined;
  const text = readFileSync(file, 'utf8').trim();
  return text === '' ? undefined : text;
}
