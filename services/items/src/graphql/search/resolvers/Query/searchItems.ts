import { badUserInput, connection, pageRequest } from '@onewindow/subgraph';
import { searchItems as search } from '../../../../queries/search-items.ts';
import { everydayWords } from '../../../../search/everyday-words.ts';
import { LONGEST_QUESTION, parseQuestion } from '../../../../search/question.ts';
import type { QueryResolvers } from '../../../types.generated.ts';

export const searchItems: NonNullable<QueryResolvers['searchItems']> = async (
  _parent,
  { query, filter, ...paging },
  { journal, loaders },
) => {
  const page = pageRequest(paging);
  const typed = query.trim();
  const found = await search(journal, {
    ...{ typed, page, question: questionOf(typed), filter: filter ?? {} },
  });
  const nodes = await Promise.all(found.edges.map(({ node }) => loaders.items.load(node.item.id)));
  const edges = found.edges.flatMap(({ cursor, node: { score } }, index) => {
    const node = nodes[index];
    return node == null ? [] : [{ cursor, node, score }];
  });
  return {
    edges,
    pageInfo: connection(found, (row) => row).pageInfo,
    totalCount: found.total,
    isComplete: found.isComplete,
    facets: {
      ...found.facets,
      department: found.facets.department.map((one) => ({ ...one, department: { id: one.value } })),
    },
  };
};

function questionOf(typed: string) {
  if (Array.from(typed).length > LONGEST_QUESTION)
    throw badUserInput({
      en: `\`query\` has at most ${LONGEST_QUESTION} characters.`,
      zh: `检索词最多 ${LONGEST_QUESTION} 个字符。`,
    });
  const question = parseQuestion(typed, everydayWords);
  if (question === null)
    throw badUserInput({
      en: '`query` has at least one letter, digit or character.',
      zh: '检索词须含文字或数字。',
    });
  return question;
}
