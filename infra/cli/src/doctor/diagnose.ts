import { checkBrokers } from './check-broker.ts';
import { checkClocks } from './check-clock.ts';
import { checkConsumers } from './check-consumers.ts';
import { checkDatabases } from './check-database.ts';
import { checkKeys } from './check-keys.ts';
import { checkPackages } from './check-packages.ts';
import { checkPrograms } from './check-programs.ts';
import { checkNode, checkPython } from './check-runtime.ts';
import { checkStored } from './check-stored.ts';
import { checkTelemetry } from './check-telemetry.ts';
import type { Facts } from './facts.ts';
import type { Finding } from './finding.ts';

/** Every check over what was collected, in the order in which an operator would look. */
export function diagnose(facts: Facts): readonly Finding[] {
  const checks: readonly ((facts: Facts) => readonly Finding[])[] = [
    ...[checkNode, checkPython, checkPackages, checkTelemetry],
    ...[checkDatabases, checkStored, checkBrokers, checkConsumers, checkPrograms],
    ...[checkKeys, checkClocks],
  ];
  return checks.flatMap((check) => check(facts));
}
