import { runAsProgram } from '@onewindow/service';
import { parseSampleserviceEnvironment } from './environment.ts';
import { createSampleserviceService } from './service.ts';

await runAsProgram({
  service: 'sampleservice',
  source: process.env,
  parse: parseSampleserviceEnvironment,
  create: createSampleserviceService,
});
