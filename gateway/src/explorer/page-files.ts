import { readFileSync } from 'node:fs';
import { readAudiences, type Audience } from './audiences.ts';

/** What the explorer's page is made of beside GraphiQL: the operations, and the bar above it. */
export interface PageFiles {
  readonly audiences: readonly Audience[];
  readonly script: string;
  readonly style: string;
}

export const readPageFiles = (folder: string): PageFiles => ({
  audiences: readAudiences(folder),
  script: readFileSync(`${folder}/page.js`, 'utf8'),
  style: readFileSync(`${folder}/page.css`, 'utf8'),
});
