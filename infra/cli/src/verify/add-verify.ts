import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { DEFAULT_PORT, runningCentre } from '@onewindow/local/centre';
import { verifyDatabases, type DatabasePlace, type Discrepancy } from '@onewindow/persistence';
import type { Command } from 'commander';
import { parsePort } from '../parse-port.ts';
import { folderOf } from '../workspace-folder.ts';
import { whoIsAsked } from '../who-is-asked.ts';
import { databasePlaces } from './database-places.ts';
import {
  forgetProgress,
  NOTHING_YET,
  readProgress,
  withStep,
  writeProgress,
} from './progress-file.ts';
import { keptSeals } from './kept-seals.ts';
import { readSeals } from './read-seals.ts';

interface VerifyFlags {
  readonly port?: number;
  readonly env: readonly string[];
  readonly restart: boolean;
  readonly seals?: string;
}

/** Lines of discrepancies that are printed; the rest is counted. */
const MOST_LINES = 100;

/** `onewindow verify`: holds all that is stored against itself. Ends with 1 when anything is broken. */
export function addVerify(
  program: Command,
  terminal: {
    readonly env: Readonly<Record<string, string | undefined>>;
    readonly tell: (line: string) => void;
    readonly print: (line: string) => void;
  },
): void {
  const { env, tell, print } = terminal;
  program
    .command('verify')
    .description(
      'Verifies every journal, every record of access and every replica against its source; goes on where it was interrupted 核验全部存档',
    )
    .option(
      '--port <port>',
      'the gateway of npm start; by default the one that runs here',
      parsePort,
    )
    .option('--env <[name=]file...>', 'environments of a real centre’s programs', [])
    .option('--restart', 'from the beginning, whatever an interrupted run had done', false)
    .option(
      '--seals <file or address>',
      'the seals of journals that somebody else has kept: a file of their events, one a line, or the address of a graph whose disclosure has kept them 他处留存的封存记录',
    )
    .action(async ({ port: told, env: files, restart, seals }: VerifyFlags) => {
      const root = folderOf(process.cwd());
      // Of a real centre nothing need run here.
      const port = told ?? (files.length > 0 ? DEFAULT_PORT : await runningCentre(root));
      const { told: programs } = whoIsAsked({ root, env, port, files });
      const { places, without } = databasePlaces(programs);
      if (places.length === 0)
        throw new Error('None of these programs has a database (MONGODB_URI). 未找到任何数据库。');
      for (const name of without) tell(`${name}: no MONGODB_URI, not looked at 无数据库，未核验`);
      const file = join(root, '.onewindow', 'verify', `${runName(places)}.json`);
      let progress = restart ? NOTHING_YET : readProgress(file);
      if (progress.looked > 0)
        tell(`Going on behind ${String(progress.looked)} rows. 从中断处继续。`);
      await verifyDatabases(places, {
        from: progress.from,
        now: new Date(),
        ...(seals !== undefined && { publishedSeals: await sealsOf(seals, places) }),
        onStep: (step) => {
          progress = withStep(progress, step);
          writeProgress(file, progress);
          tell(`${step.program} ${step.collection}: ${String(progress.looked)}`);
        },
      });
      forgetProgress(file);
      const { found, looked } = progress;
      for (const one of found.slice(0, MOST_LINES)) print(lineOf(one));
      const broken = found.filter(({ level }) => level === 'broken').length;
      const behind = found.length - broken;
      if (found.length > MOST_LINES)
        print(`… and ${String(found.length - MOST_LINES)} more 其余从略`);
      print(
        `${String(looked)} rows looked at 已核验, ${String(broken)} broken 损坏, ${String(behind)} behind 落后`,
      );
      if (broken > 0) throw new Error(`${String(broken)} are not as they were written. 存在损坏。`);
    });
}

/** Which databases a run looks at: what another run had done elsewhere says nothing of these. */
const runName = (places: readonly DatabasePlace[]) =>
  createHash('sha256').update(JSON.stringify(places)).digest('hex').slice(0, 16);

const sealsOf = (told: string, places: readonly DatabasePlace[]) =>
  /^https?:/.test(told)
    ? keptSeals(
        { url: told },
        places.map(({ program }) => program),
      )
    : readSeals(told);

const lineOf = ({ level, program, collection, id, what }: Discrepancy) =>
  `${level}\t${program}\t${collection}\t${id}\t${what}`;
