import { runAsProgram } from '@onewindow/service';
import { readEnvironment } from './environment.ts';
import { createWindowsService } from './service.ts';

await runAsProgram({
  service: 'windows',
  source: process.env,
  parse: readEnvironment,
  create: createWindowsService,
});
