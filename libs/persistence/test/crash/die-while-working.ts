import { argv, kill, pid } from 'node:process';
import { openPermits, runPlan, type CrashPlan, type Point } from './plan.ts';

// Runs a plan and kills itself, as the power does, when it reaches a fail point for the given time.
const plan = JSON.parse(argv[2] ?? '') as CrashPlan;
let left = plan.dieAt?.time ?? Infinity;
const permits = await openPermits(plan, (point: Point) => {
  if (point === plan.dieAt?.point && --left === 0) kill(pid, 'SIGKILL');
});
await runPlan(plan, permits);
await permits.database.close();
