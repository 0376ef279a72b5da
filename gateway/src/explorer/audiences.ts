import { readdirSync, readFileSync } from 'node:fs';

/** People of one kind, with the operations that the explorer has ready for them. */
export interface Audience {
  readonly key: string;
  readonly title: { readonly en: string; readonly zh: string };
  readonly queries: readonly string[];
}

const TITLES = [
  ['citizens', { en: 'Citizens and frontend teams', zh: '群众与前端' }],
  ['departments', { en: 'Departments', zh: '部门' }],
  ['analysts', { en: 'Analysts', zh: '统计分析' }],
] as const;

/** The `.graphql` files of a folder for each kind of people, by name. */
export const readAudiences = (folder: string): readonly Audience[] =>
  TITLES.map(([key, title]) => ({ key, title, queries: queriesIn(`${folder}/${key}`) }));

const queriesIn = (folder: string): readonly string[] =>
  readdirSync(folder)
    .filter((file) => file.endsWith('.graphql'))
    .sort()
    .map((file) => readFileSync(`${folder}/${file}`, 'utf8'));
