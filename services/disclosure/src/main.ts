import { runAsProgram } from '@onewindow/service';
import { parseDisclosureEnvironment } from './environment.ts';
import { createDisclosureService } from './service.ts';

await runAsProgram({
  service: 'disclosure',
  source: process.env,
  parse: parseDisclosureEnvironment,
  create: createDisclosureService,
});
