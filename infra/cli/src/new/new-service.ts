import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { ChangeSet } from './change-set.ts';
import { withPackage } from './lock-file.ts';
import {
  assertChinese,
  assertServiceName,
  nounSpellings,
  pascal,
  serviceSpellings,
} from './names.ts';
import { planAggregate } from './new-aggregate.ts';
import { MODEL, repeatedBlock, repeatedInLists, repeatedLines } from './repeat-model.ts';
import { filesBelow, filled, templatesIn } from './templates.ts';

/** What is asked for: a service, and its first noun. */
export interface NewService {
  readonly root: string;
  readonly name: string;
  readonly chinese: string;
  readonly noun: string;
  readonly nounInChinese: string;
}

/** Files that list all services in one line or several. */
const LISTS = [
  'eslint.config.mjs',
  'gateway/project.json',
  'infra/docker/make-environment.mjs',
  'infra/docker/mongo/make-replica-set.js',
  'infra/docker/nats/make-department.mjs',
  'infra/docker/project.json',
  'infra/e2e/project.json',
  'infra/e2e/src/centre.ts',
  'infra/k8s/make-secrets.mjs',
  'infra/traceability/src/traceability.spec.ts',
];

/** Files that have a line for each service, and which lines those are. */
const LINES: Readonly<Record<string, RegExp>> = {
  'docker-compose.yml': /^ +(?:ITEMS_\w+:|items=)/u,
  'infra/docker/nats/nats.conf': /ONEWINDOW_ITEMS|^ +\{ user: items,|"onewindow\.items\.>"/u,
  'infra/e2e/policy/mutations.tsv': /^(?:(?:retry|drop)ItemsDeadLetter|eraseItemsTexts)\t/u,
  'infra/e2e/src/rights/mutation-inputs.ts':
    /^ +(?:(?:retry|drop)ItemsDeadLetter|eraseItemsTexts):/u,
  'infra/k8s/configuration.yaml': /^ +items=/u,
  'infra/k8s/kustomization.yaml': /^ +- (?:items\.yaml|\{ name: onewindow\/items,)/u,
  'libs/contracts/src/journal-seal-events.ts': /itemsJournalSealMade/u,
  'libs/contracts/src/text-erasure-events.ts': /itemsTextErased/u,
};

/**
 * Writes down what a new service needs: its folder, its first noun, and all that is said of the service `items` wherever
 * programs are listed: composition, boundaries, containers, manifests, the broker, the rights matrix. Throws a sentence
 * when the name can't be used; nothing is written then.
 */
export function planService(changes: ChangeSet, asked: NewService): void {
  const { root, name, chinese, noun, nounInChinese } = asked;
  assertServiceName(name);
  assertChinese(chinese);
  assertChinese(nounInChinese, '--noun-in-chinese');
  const home = `services/${name}`;
  const others = ['libs', 'infra', 'services', '.'].map((folder) => join(root, folder, name));
  if (others.some((folder) => existsSync(folder))) {
    throw new Error(`There is a project or folder named ${name} already.`);
  }
  const spellings = [...serviceSpellings(name, chinese), ...nounSpellings(noun, nounInChinese)];
  for (const [path, text] of filesBelow(join(templatesIn(root), 'service'))) {
    changes.add(`${home}/${path.replace(/^env\./u, '.env.')}`, filled(text, spellings));
  }
  for (const path of LISTS) changes.edit(path, repeatedInLists(path, name));
  for (const [path, line] of Object.entries(LINES)) {
    changes.edit(path, repeatedLines(path, line, name));
  }
  changes.edit('docker-compose.yml', repeatedBlock('docker-compose.yml', name));
  changes.edit('infra/e2e/policy/fields.tsv', (text) =>
    text.replaceAll(
      /\b(?:items|(?:retry|drop)Items)DeadLetters?\b|\beraseItemsTexts\b/gu,
      (field) => [field, field.replace('items', name).replace('Items', pascal(name))].join(' '),
    ),
  );
  changes.add(
    `infra/k8s/${name}.yaml`,
    changes.read(`infra/k8s/${MODEL}.yaml`).replaceAll(MODEL, name),
  );
  changes.edit('package-lock.json', (text) => withPackage(text, home, `@onewindow/${name}`));
  planAggregate(changes, { root, service: name, noun, chinese: nounInChinese });
}

/** What is still to be done by who asked for it, before its noun is tried. */
export const nextOfService = ({ name }: Pick<NewService, 'name'>): readonly string[] => [
  'Have npm know the new package: npm install',
  `Say what it is for: services/${name}/README.md, src/service.ts, and a line in README.md.`,
];
