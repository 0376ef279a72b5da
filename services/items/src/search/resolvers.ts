import { badUserInput, connection, pageRequest } from '@onewindow/subgraph';
import type { QueryResolvers } from '../graphql/types.generated.ts';
import { itemKind } from '../item/item.kind.ts';
import { everydayWords } from './everyday-words.ts';
import { LONGEST_QUESTION, parseQuestion } from './question.ts';
import { searchItems as search } from './search-items.ts';

const searchItems: NonNullable<QueryResolvers['searchItems']> = async (
  ...[, { query, filter, ...paging }, { kinds }, info]
) => {
  const page = pageRequest(paging);
  const typed = query.trim();
  const { journal, asked } = kinds.of(itemKind);
  const { byId } = asked(info);
  const question = questionOf(typed);
  const found = await search(journal, { typed, page, question, filter: filter ?? {} });
  const nodes = await Promise.all(found.edges.map(({ node }) => byId.load(node.item.id)));
  const edges = found.edges.flatMap(({ cursor, node: { score } }, index) => {
    const node = nodes[index];
    return node == null ? [] : [{ cursor, node, score }];
  });
  return {
    edges,
    pageInfo: connection(found, (row) => row).pageInfo,
    totalCount: found.total,
    totalCountIsExact: found.isComplete,
    isComplete: found.isComplete,
    facets: {
      ...found.facets,
      department: found.facets.department.map((one) => ({ ...one, department: { id: one.value } })),
    },
  };
};

export const Query = { searchItems } satisfies QueryResolvers;

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
