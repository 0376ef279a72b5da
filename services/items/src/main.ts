import { runAsProgram } from '@onewindow/service';
import { readEnvironment } from './environment.ts';
import { createItemsService } from './service.ts';

await runAsProgram({
  service: 'items',
  source: process.env,
  parse: readEnvironment,
  create: createItemsService,
});
