import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The types of the file, which uses the older table of codes, as the command line takes them. */
const TYPES: Readonly<Record<string, { readonly nationalType: string; readonly kind: string }>> = {
  '1': { nationalType: 'ADMIN_LICENCE', kind: 'ADMIN_LICENCE' },
  '5': { nationalType: 'ADMIN_PAYMENT', kind: 'PUBLIC_SERVICE' },
  '7': { nationalType: 'ADMIN_CONFIRMATION', kind: 'REGISTRATION' },
  '8': { nationalType: 'ADMIN_REWARD', kind: 'NON_LICENCE_APPROVAL' },
  '9': { nationalType: 'ADMIN_ADJUDICATION', kind: 'NON_LICENCE_APPROVAL' },
  '10': { nationalType: 'OTHER_POWER', kind: 'NON_LICENCE_APPROVAL' },
  '20': { nationalType: 'PUBLIC_SERVICE', kind: 'PUBLIC_SERVICE' },
};

/** The published catalogue of a district as rows of an import, all of one department. */
export function realCatalogue(departmentCode: string) {
  const file = join(__dirname, '../../../infra/local/data/catalogue-511602.tsv');
  const [, ...lines] = readFileSync(file, 'utf8').trim().split('\n');
  return lines.map((line) => {
    const [, , name = '', code = '', type = ''] = line.split('\t').map((field) => field.trim());
    return { code, departmentCode, content: { name, ...TYPES[type] } };
  });
}
