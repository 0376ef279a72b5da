// `npm start`: from a fresh clone to a running centre. `npm start -- --fresh`, `npm start -- --port 4100`.
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { asksForHelp, HELP, parseOptions } from './setup/options.mjs';
import { demandFreePorts, listeners, portPlan } from './setup/ports.mjs';
import { prepare } from './setup/prepare.mjs';
import { runGuarded } from './setup/process-edge.mjs';
import { createProgress } from './setup/progress.mjs';
import { serviceNames } from './setup/programs.mjs';

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const program = join(root, 'infra', 'local', 'dist', 'launch.js');

if (asksForHelp(process.argv.slice(2))) {
  process.stdout.write(`${HELP}\n`);
  process.exit(0);
}
await runGuarded(async ({ guard, atEnd }) => {
  const options = parseOptions(process.argv.slice(2));
  const progress = createProgress();
  // Told before minutes of set-up, and asked again by whoever listens there.
  const plan = portPlan(options.port, serviceNames(root));
  await demandFreePorts(listeners(plan, process.env), options.port);
  await prepare({ root, guard, progress }, process.env);
  const { launch } = await import(pathToFileURL(program).href);
  const { failed } = await launch({ root, ...options, guard, progress, atEnd, env: process.env });
  // Runs until somebody ends it, or until a program died too often: then this rejects.
  await failed;
});
