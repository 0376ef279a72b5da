import { askingOver } from '../../test/asking.ts';
import { ELSEWHERE, HUNDRED_QUESTIONS } from '../../test/hundred-questions.ts';
import { realCatalogue } from '../../test/real-catalogue.ts';

const names = [...realCatalogue('D-1').map(({ content }) => content.name), ...ELSEWHERE];
const search = askingOver(names);

/** At which place what is meant stands, 0 for nowhere among the first three; what must find nothing finds it first. */
const places = HUNDRED_QUESTIONS.map(({ typed, meant }) => {
  const first = search(typed).slice(0, 3);
  const place = meant.length === 0 ? Number(first.length === 0) : bestPlace(first, meant);
  return { typed, place, first };
});

function bestPlace(first: readonly string[], meant: readonly string[]): number {
  return first.findIndex((name) => meant.includes(name)) + 1;
}

describe('a hundred questions that were written before their results', () => {
  it('are about items that are there', () => {
    expect(HUNDRED_QUESTIONS).toHaveLength(100);
    const meant = HUNDRED_QUESTIONS.flatMap((question) => question.meant);
    expect(meant.filter((name) => !names.includes(name))).toEqual([]);
  });

  it('answer 宅基地 with what is about it where there is such a thing', () => {
    const found = askingOver([...names, '农村宅基地审批'])('宅基地');
    expect(found).toEqual(['农村宅基地审批']);
  });

  it('answer 殡葬 with what 丧葬 and 墓 find', () => {
    const graves = ['经营性公墓建设审批', '农村公益性墓地建设审批'];
    expect(search('殡葬')).toEqual(expect.arrayContaining([...graves, ...search('丧葬')]));
    expect(search('丧葬').length).toBeGreaterThan(1);
    expect(search('墓地')).not.toEqual(expect.arrayContaining(search('丧葬').slice(0, 1)));
  });

  it('have what is meant among the first three', () => {
    expect(places.filter(({ place }) => place === 0)).toEqual([]);
  });

  it('have it first but for four, which stand second', () => {
    const second = places.filter(({ place }) => place !== 1).map(({ typed }) => typed);
    expect(second).toEqual(['修路', '挖马路', '放鞭炮', '请律师没钱']);
  });
});
