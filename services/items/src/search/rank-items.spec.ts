import type { ItemStatus } from '../item/domain/item.ts';
import { everydayWords } from './everyday-words.ts';
import { parseQuestion } from './question.ts';
import { rankItems, type FindableItem } from './rank-items.ts';
import { searchKeysOf } from './search-keys.ts';

const item = (title: string, more: { status?: ItemStatus; code?: string; id?: string } = {}) => {
  const named = { title, others: [], codes: [more.code ?? '511A01'] };
  return {
    id: more.id ?? title,
    status: more.status ?? 'PUBLISHED',
    ...named,
    ...searchKeysOf(named),
  };
};
const titles = (typed: string, items: readonly FindableItem[]) => {
  const question = parseQuestion(typed, everydayWords);
  if (question === null) throw new Error('no question');
  return rankItems(question, items).map((ranked) => ranked.item.title);
};

describe('the order of what is found', () => {
  it('begins with the name that is all that was asked for', () => {
    expect(titles('居住证', [item('居住证办理点查询'), item('居住证'), item('办居住证')])[0]).toBe(
      '居住证',
    );
  });

  it('counts rare words for more than those that all have', () => {
    const many = ['甲', '乙', '丙', '丁'].map((name) => item(`${name}许可证核发`));
    expect(titles('焰火许可证', [...many, item('焰火燃放许可')])[0]).toBe('焰火燃放许可');
  });

  it('has the first application before what comes later, unless that was asked for', () => {
    const items = ['变更', '注销', '新办', '延续'].map((act) => item(`烟草专卖零售许可证${act}`));
    expect(titles('烟草证', items)[0]).toBe('烟草专卖零售许可证新办');
    expect(titles('烟草证变更', items)[0]).toBe('烟草专卖零售许可证变更');
    expect(titles('烟草证过期', items)[0]).toBe('烟草专卖零售许可证延续');
  });

  it('has what is in service before what isn’t, when both fit alike', () => {
    const statuses = ['ABOLISHED', 'SUSPENDED', 'IDENTIFIED', 'PUBLISHED', 'IN_SERVICE'] as const;
    const items = statuses.map((status) => item('就业登记', { status, id: status }));
    const question = parseQuestion('就业登记', everydayWords);
    const order = question && rankItems(question, items).map((ranked) => ranked.item.status);
    expect(order).toEqual([...statuses].reverse());
  });

  it('leaves out what has too little of the question, but tells the nearest rather than nothing', () => {
    const items = [item('公租房租金缴纳'), item('林木采伐许可证核发')];
    expect(titles('公租房', items)).toEqual(['公租房租金缴纳']);
    expect(titles('租金太高怎么投诉', items)).toEqual([]);
    expect(titles('租金退还', items)).toEqual(['公租房租金缴纳']);
  });

  it('finds by another name for less than by the name itself', () => {
    const other = { title: '食品备案', others: ['餐饮登记证'], codes: [] };
    const byResult = { id: 'z', status: 'PUBLISHED' as const, ...other, ...searchKeysOf(other) };
    expect(titles('餐饮登记证', [byResult, item('餐饮登记证办理')])).toEqual([
      '餐饮登记证办理',
      '食品备案',
    ]);
  });

  it('finds a code by its beginning before one that has it within', () => {
    const items = [item('甲', { code: '9990123' }), item('乙', { code: '0123999' })];
    expect(titles('0123', items)).toEqual(['乙', '甲']);
  });

  it('is the same whichever way they come: of two alike the smaller id is first', () => {
    const items = ['b', 'a', 'c'].map((id) => item('失业登记', { id }));
    const question = parseQuestion('失业', everydayWords);
    const ids = (given: typeof items) =>
      question && rankItems(question, given).map((ranked) => ranked.item.id);
    expect(ids(items)).toEqual(['a', 'b', 'c']);
    expect(ids([...items].reverse())).toEqual(['a', 'b', 'c']);
  });

  it('looks for all words that are typed', () => {
    const items = [item('失业登记'), item('创业补贴'), item('失业保险技能提升补贴')];
    expect(titles('失业 补贴', items)[0]).toBe('失业保险技能提升补贴');
  });
});
