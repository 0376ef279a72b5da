import { runAsProgram } from '@onewindow/service';
import { parseCasesEnvironment } from './environment.ts';
import { createCasesService } from './service.ts';

await runAsProgram({
  service: 'cases',
  source: process.env,
  parse: parseCasesEnvironment,
  create: createCasesService,
});
