import { instant } from '@onewindow/kernel';
import { createPersonalDataVault } from '../create-vault.ts';
import type { Database } from '../database.ts';
import type { PersonalDataVault } from '../personal-data.ts';
import type { TextVault } from '../texts/text-vault.ts';

const secret = 'a secret for tests, that is long enough';

/** A vault as every service has one, with a key that is no secret. */
export const testVault = (database: Database): PersonalDataVault & TextVault =>
  createPersonalDataVault({
    ...{ database, keys: [{ id: 'test', secret }], indexSecret: secret, processId: 'tests' },
    clock: { now: () => instant(new Date()) },
  });
