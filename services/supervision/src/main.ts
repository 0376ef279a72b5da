import { runAsProgram } from '@onewindow/service';
import { parseSupervisionEnvironment } from './environment.ts';
import { createSupervisionService } from './service.ts';

await runAsProgram({
  service: 'supervision',
  source: process.env,
  parse: parseSupervisionEnvironment,
  create: createSupervisionService,
});
