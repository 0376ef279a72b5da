import { everydayWords } from '../src/search/everyday-words.ts';
import { parseQuestion } from '../src/search/question.ts';
import { rankItems, type FindableItem } from '../src/search/rank-items.ts';
import { searchKeysOf } from '../src/search/search-keys.ts';

/** Asks as `searchItems` does, over names in memory: what shares a term with the question is ranked. */
export function askingOver(names: readonly string[]) {
  const items = names.map(
    (title, index): FindableItem & { readonly terms: ReadonlySet<string> } => {
      const keys = searchKeysOf({ title, others: [], codes: [] });
      const id = index.toString().padStart(4, '0');
      const found = { id, title, others: [], codes: [], sounds: keys.sounds };
      return { ...found, status: 'IDENTIFIED', terms: new Set(keys.terms) };
    },
  );
  return (typed: string): readonly string[] => {
    const question = parseQuestion(typed, everydayWords);
    if (question === null) return [];
    const sharing = items.filter(({ terms }) => question.terms.some((term) => terms.has(term)));
    return rankItems(question, sharing).map(({ item }) => item.title);
  };
}
