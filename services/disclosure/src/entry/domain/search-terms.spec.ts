import { content, ids, place } from '../../../test/an-entry.ts';
import { termsOf, wantedTerms } from './search-terms.ts';

const terms = new Set(
  termsOf({
    place,
    content: { ...content, title: '食品经营许可', body: '证号 ＪＹ-２０２６', item: ids.item },
    origin: { kind: 'CERTIFICATE', caseId: ids.case, certificateNumber: 'JY45-0001' },
  }),
);
const finds = (search: string, facets = {}) =>
  wantedTerms(facets, search).every((term) => terms.has(term));

describe('an entry is found', () => {
  it.each(['食品', '经营许可', '品经', '许', '食品 许可', '食品，许可！'])(
    'by Chinese words and parts of them: %s',
    (search) => {
      expect(finds(search)).toBe(true);
    },
  );

  it.each(['jy', 'JY', 'jy45', '0001', '２０２６', '2026', '4'])(
    'by letters and digits, whatever their width and case: %s',
    (search) => {
      expect(finds(search)).toBe(true);
    },
  );

  it.each(['药品', '食品经销', '品食', 'jy46', '食品 药'])('not by other words: %s', (search) => {
    expect(finds(search)).toBe(false);
  });

  it('by its facets, which no word is mistaken for', () => {
    expect(finds('', { item: ids.item, phase: 'BEFORE', department: ids.department })).toBe(true);
    expect(finds('', { item: ids.otherItem })).toBe(false);
    expect(finds('食品', { phase: 'AFTER' })).toBe(false);
    expect(wantedTerms({}, 'phase:BEFORE')).not.toContain('phase:BEFORE');
  });

  it('never by its case', () => {
    expect([...terms].join(' ')).not.toContain(ids.case);
  });
});

it('what is no letter and no digit asks for nothing', () => {
  expect(wantedTerms({}, ' ，。!? ')).toEqual([]);
});

it('the rarest kind of term comes first', () => {
  const { item, centre } = ids;
  expect(wantedTerms({ phase: 'AFTER', centre, item }, '食品')).toEqual([
    ...[`item:${item}`, `centre:${centre}`, 'phase:AFTER', '食品'],
  ]);
});
