import { DEFAULT_PORT, runningCentres } from '@onewindow/local/centre';
import type { Command } from 'commander';
import { parsePort } from '../parse-port.ts';
import { collectFacts } from './collect-facts.ts';
import { diagnose } from './diagnose.ts';
import { folderOf } from '../workspace-folder.ts';
import { renderFindings } from './render-findings.ts';

interface DoctorFlags {
  readonly port?: number;
  readonly env: readonly string[];
}

/** `onewindow doctor`: looks at a centre as an operator does, and fails when anything does. */
export function addDoctor(
  program: Command,
  terminal: {
    readonly env: Readonly<Record<string, string | undefined>>;
    readonly print: (line: string) => void;
  },
): void {
  const { env, print } = terminal;
  program
    .command('doctor')
    .description(
      'Looks at versions, telemetry, servers, streams, keys and clocks of a centre: that of npm start, or a real one by the environments of its programs 检查运行环境',
    )
    .option(
      '--port <port>',
      'the gateway of npm start; by default the one that runs here',
      parsePort,
    )
    .option('--env <[name=]file...>', 'environments of a real centre’s programs', [])
    .action(async ({ port: told, env: files }: DoctorFlags) => {
      const root = folderOf(process.cwd());
      const [running = DEFAULT_PORT] = told === undefined ? await runningCentres(root) : [];
      const port = told ?? running;
      const findings = diagnose(await collectFacts({ root, env, port, files }));
      for (const line of renderFindings(findings)) print(line);
      const failures = findings.filter(({ level }) => level === 'fail').length;
      if (failures > 0) {
        throw new Error(`${failures} of ${findings.length} checks failed. 存在故障。`);
      }
    });
}
