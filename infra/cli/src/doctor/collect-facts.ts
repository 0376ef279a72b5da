import { existsSync, readFileSync } from 'node:fs';
import { findCentre, localSecrets } from '@onewindow/local/centre';
import { collectHealth } from './collect-health.ts';
import { collectBrokers, collectDatabases } from './collect-servers.ts';
import { pythonVersion, readNx, readPackages } from './collect-workspace.ts';
import type { Facts } from './facts.ts';
import { adminOf, programOfVariables, programsOfFiles, type ToldProgram } from './told-programs.ts';

export interface Question {
  readonly root: string;
  readonly env: NodeJS.ProcessEnv;
  /** The gateway's port of a centre of `npm start`. */
  readonly port: number;
  /** Files with the environments of a real centre's programs. */
  readonly files: readonly string[];
}

/** Asks everything at once; nothing that does not answer keeps the rest from being told. */
export async function collectFacts(question: Question): Promise<Facts> {
  const { root } = question;
  const { isLocal, told, secrets } = whoIsAsked(question);
  const [python, databases, brokers, programs] = await Promise.all([
    pythonVersion(),
    collectDatabases(told),
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
    ...{ isLocal, python, databases, brokers, programs, localSecrets: secrets },
    node: process.versions.node,
    packages: readPackages(root),
    nx: readNx(root),
    movedClock: isLocal ? movedClock(told) : undefined,
  };
}

function whoIsAsked({ root, env, port, files }: Question): {
  readonly isLocal: boolean;
  readonly told: readonly ToldProgram[];
  readonly secrets: readonly string[];
} {
  const real = files.length > 0 ? programsOfFiles(files) : programOfVariables(env);
  if (real.length > 0) {
    return { isLocal: false, told: real, secrets: Object.values(localSecrets(root) ?? {}) };
  }
  const { programs, secrets } = findCentre({ root, port, env });
  const told = programs.map((it) => ({ ...it, isGateway: it.name === 'gateway' }));
  return { isLocal: true, told, secrets };
}

function movedClock(told: readonly ToldProgram[]): string | undefined {
  const file = told.find(({ environment }) => environment['BUSINESS_CLOCK'])?.environment[
    'BUSINESS_CLOCK'
  ];
  if (file === undefined || !existsSync(file)) return undefined;
  const text = readFileSync(file, 'utf8').trim();
  return text === '' ? undefined : text;
}
