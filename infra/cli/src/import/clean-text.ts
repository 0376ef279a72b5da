const SCRIPTS = /<(script|style)\b[^>]*>[\s\S]*?(?:<\/\1\s*>|$)|<!--[\s\S]*?(?:-->|$)/giu;
const BREAKS = /<(?:br|\/p|\/div|\/li|\/tr)\b[^<>]*>/giu;
/** A letter must follow the bracket: "<20人" is text. */
const TAGS = /<\/?[a-z][^<>]*>|<[!?][^<>]*>/giu;
const ENTITIES: Readonly<Record<string, string>> = {
  nbsp: ' ',
  lt: '<',
  gt: '>',
  amp: '&',
  quot: '"',
  apos: "'",
  ldquo: '“',
  rdquo: '”',
  middot: '·',
  hellip: '…',
  mdash: '—',
};
const ENTITY = /&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z]{2,8});/giu;
const CONTROLS =
  // eslint-disable-next-line no-control-regex -- taking control characters out is what this is for
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufffd\p{Cs}]/gu;

/** Text as a guide can show it, and whether markup or control characters had to be taken out. */
export function cleanText(raw: string): { readonly text: string; readonly cleaned: boolean } {
  const stripped = withoutTags(decoded(withoutTags(raw))).replace(CONTROLS, '');
  const text = stripped
    .replace(/\r\n?/gu, '\n')
    .replace(/[^\S\n]+/gu, ' ')
    .replace(/ ?\n[ \n]*/gu, '\n')
    .trim();
  return { text, cleaned: stripped !== raw };
}

function withoutTags(text: string): string {
  return text.includes('<')
    ? text.replace(SCRIPTS, '').replace(BREAKS, '\n').replace(TAGS, '')
    : text;
}

function decoded(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(ENTITY, (entity) => {
    const body = entity.slice(1, -1).toLowerCase();
    if (!body.startsWith('#')) return ENTITIES[body] ?? entity;
    const point = body[1] === 'x' ? parseInt(body.slice(2), 16) : Number(body.slice(1));
    return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : '';
  });
}
