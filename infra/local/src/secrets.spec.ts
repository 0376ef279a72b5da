import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readSecrets } from './secrets.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'onewindow-secrets-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe('the secrets of a workspace', () => {
  const file = () => join(folder, '.onewindow', 'secrets.json');

  it('are the same at every start, and only their owner may read them', () => {
    const first = readSecrets(file(), ['vault', 'index']);
    expect(readSecrets(file(), ['vault', 'index'])).toEqual(first);
    expect(statSync(file()).mode & 0o777).toBe(0o600);
  });

  it('are 32 random bytes each', () => {
    const { vault, index } = readSecrets(file(), ['vault', 'index']);
    expect(Buffer.from(vault ?? '', 'base64').length).toBe(32);
    expect(vault).not.toBe(index);
  });

  it('get a new one where a new name is asked for, and keep the others', () => {
    const { vault, identityKey } = readSecrets(file(), ['vault']);
    const more = readSecrets(file(), ['vault', 'items']);
    expect(more).toMatchObject({ vault, identityKey });
    expect(more['items']).toBeDefined();
    expect(readSecrets(file(), [])['items']).toBe(more['items']);
  });
});
