/** The languages of messages to people. */
export type Language = 'zh' | 'en';

/** The language of messages: the best of Chinese and English in `Accept-Language`, Chinese without a wish. */
export function parseLanguage(header: string | undefined): Language {
  const wishes = (header ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part.trim().toLowerCase().split(';');
      const quality = parameters.map((text) => /^\s*q=([\d.]+)/.exec(text)?.[1]).find(Boolean);
      return { language: tag.split('-')[0], quality: quality === undefined ? 1 : Number(quality) };
    })
    .filter((wish) => (wish.language === 'zh' || wish.language === 'en') && wish.quality > 0)
    .sort((left, right) => right.quality - left.quality);
  return wishes[0]?.language === 'en' ? 'en' : 'zh';
}
