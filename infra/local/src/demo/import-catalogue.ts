import { spawn } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { execPath } from 'node:process';
import type { Base } from '../site.ts';

const CATALOGUE = join('infra', 'local', 'data', 'catalogue-511602.tsv');

/** Takes the district's published catalogue as anybody would: by the command line, as a SERVICE viewer. */
export const importCatalogue =
  ({ root, env, folders, watch }: Pick<Base, 'root' | 'env' | 'folders' | 'watch'>) =>
  ({ gateway, token }: { readonly gateway: string; readonly token: string }): Promise<void> =>
    new Promise((done, reject) => {
      const log = join(folders.logs, 'import.log');
      const output = createWriteStream(log);
      const child = spawn(
        execPath,
        [
          ...[join(root, 'infra', 'cli', 'dist', 'main.js'), 'import', join(root, CATALOGUE)],
          ...['--report', join(folders.logs, 'import-report.tsv')],
        ],
        {
          env: { ...env, ONEWINDOW_URL: `${gateway}/graphql`, ONEWINDOW_TOKEN: token },
          stdio: ['ignore', 'pipe', 'pipe'],
          detached: process.platform !== 'win32',
        },
      );
      const { pid } = child;
      if (pid !== undefined) watch.guard.add(pid);
      child.stdout.pipe(output, { end: false });
      child.stderr.pipe(output, { end: false });
      child.once('error', reject);
      child.once('close', (code) => {
        if (pid !== undefined) watch.guard.remove(pid);
        output.end();
        if (code === 0) done();
        else
          reject(
            new Error(`The catalogue could not be imported (code ${String(code)}): see ${log}`),
          );
      });
    });
