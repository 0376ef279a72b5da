import { day } from './wording.ts';
import type { NoticeFacts } from './notice.ts';

/** What stands on the paper beside its own words. Null where who reads it may not know it, or it is not known. */
export interface Letterhead {
  readonly addressee: string | null;
  readonly department: string | null;
}

type Paper = Pick<NoticeFacts, 'title' | 'parts' | 'receiptNumber' | 'datedAt' | 'sealed'>;

const to = ({ addressee }: Letterhead) => `${addressee ?? '申请人'}：`;
const signed = ({ department }: Letterhead) => department ?? '承办机关';
const sealOf = ({ sealed }: Paper) => (sealed ? `（电子印章 ${sealed.seal}）` : '（未加盖印章）');

/** A notice as plain text: for a short message, a letter, a screen reader. */
export function asText(paper: Paper, head: Letterhead): string {
  const parts = paper.parts.map(({ heading, text }) => `${heading}：\n${text}`);
  const { title, datedAt } = paper;
  return [title, to(head), ...parts, `${signed(head)}${sealOf(paper)}`, day(datedAt)].join('\n\n');
}

/** A notice as HTML that stands alone: no script, no address, everything that somebody wrote escaped. */
export function asHtml(paper: Paper, head: Letterhead): string {
  const parts = paper.parts.map(
    ({ heading, text }) =>
      `<section><h2>${escaped(heading)}</h2>${text
        .split('\n')
        .map((line) => `<p>${escaped(line)}</p>`)
        .join('')}</section>`,
  );
  return [
    '<!doctype html><html lang="zh-CN"><head><meta charset="utf-8">',
    `<title>${escaped(paper.title)}</title></head><body><article>`,
    `<h1>${escaped(paper.title)}</h1><p>${escaped(to(head))}</p>`,
    ...parts,
    `<footer><p>${escaped(`${signed(head)}${sealOf(paper)}`)}</p><p>${day(paper.datedAt)}</p></footer>`,
    '</article></body></html>',
  ].join('');
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const escaped = (text: string): string => text.replace(/[&<>"']/g, (it) => ENTITIES[it] ?? '');
