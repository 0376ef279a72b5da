import { runsOf } from '@onewindow/kernel';
import { askingOver } from '../../test/asking.ts';
import { realCatalogue } from '../../test/real-catalogue.ts';
import { LONGEST_QUESTION } from './question.ts';
import { syllablesOf } from './sounds.ts';

/** Words of the catalogue that are read otherwise than their neighbours suggest, and how they are read. */
const RIGHT: readonly (readonly [word: string, sounds: string])[] = [
  ['参保', 'can bao'],
  ['发卡', 'fa ka'],
  ['行使', 'xing shi'],
  ['的确定', 'de que ding'],
  ['行业', 'hang ye'],
  ['调查', 'diao cha'],
  ['调运', 'diao yun'],
  ['调解', 'tiao jie'],
  ['校验', 'jiao yan'],
  ['给付', 'ji fu'],
  ['多重', 'duo chong'],
  ['重新', 'chong xin'],
  ['重核', 'chong he'],
  ['重置', 'chong zhi'],
  ['采种林', 'cai zhong lin'],
  ['畜牧', 'xu mu'],
  ['拆除', 'chai chu'],
  ['返还', 'fan huan'],
  ['离校', 'li xiao'],
];

const names = realCatalogue('D-1').map(({ content }) => content.name);
const search = askingOver(names);

/** A run as somebody reads it aloud: each syllable, corrected by the words above. */
function readAloud(run: string): readonly string[] {
  const syllables = [...syllablesOf(run)];
  if (syllables.length !== Array.from(run).length) return syllables;
  for (const [word, sounds] of RIGHT)
    for (let at = run.indexOf(word); at >= 0; at = run.indexOf(word, at + 1))
      syllables.splice(at, Array.from(word).length, ...sounds.split(' '));
  return syllables;
}

describe('the names of the published catalogue, read aloud', () => {
  it.each([
    ['gerencanbaozhengming', '个人参保证明查询打印'],
    ['fkqy', '单用途商业预付卡发卡企业备案'],
    ['zhujianxingshi', '建设项目古树名木保护方案备案（住建行使）'],
    ['caizhonglindequeding', '林木种子采种林的确定（县级）'],
  ])('%s finds %s', (typed, name) => {
    expect(search(typed).slice(0, 3)).toContain(name);
  });

  it('are each found by their syllables', () => {
    const missed = names.flatMap((name) =>
      runsOf(name)
        .map((run) => readAloud(run).join('').slice(0, LONGEST_QUESTION))
        .filter((typed) => /^[a-z]+$/u.test(typed) && !search(typed).includes(name))
        .map((typed) => [name, typed]),
    );
    expect(missed).toEqual([]);
  });

  it('are each found by their initials', () => {
    const missed = names.flatMap((name) =>
      runsOf(name)
        .map((run) => readAloud(run).map((syllable) => syllable.charAt(0)))
        .filter((initials) => initials.length > 1 && initials.every((one) => /[a-z]/u.test(one)))
        .map((initials) => initials.slice(0, 6).join(''))
        .filter((typed) => !search(typed).includes(name))
        .map((typed) => [name, typed]),
    );
    expect(missed).toEqual([]);
  });

  it.each(RIGHT)('with %s are all found by %s', (word, sounds) => {
    const having = names.filter((name) => name.includes(word));
    expect(having).not.toEqual([]);
    const found = search(sounds.replaceAll(' ', ''));
    expect(having.filter((name) => !found.includes(name))).toEqual([]);
  });
});
