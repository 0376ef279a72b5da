import { complete } from '../../../test/an-item.ts';
import { DISCLOSURE_ELEMENTS, missingElements, publicProfile } from './disclosure-completeness.ts';
import { contentOf } from './item-content.ts';

const fee = { name: '工本费', standard: '10元', basis: '发改价格〔2012〕1号', amount: null };

describe('the nine elements (002:165)', () => {
  it('are all missing where only name and kind are known', () => {
    expect(missingElements(contentOf({ name: '户口登记', kind: 'REGISTRATION' }))).toEqual(
      DISCLOSURE_ELEMENTS,
    );
  });

  it.each([
    ['HANDLING_BODY', { handlingBody: ' ' }],
    ['BASIS', { legalBasis: [] }],
    ['CONDITIONS', { conditions: null }],
    ['PROCEDURE', { procedure: [] }],
    ['TIME_LIMIT', { committedLimit: null, statutoryLimit: null }],
    ['RESULT', { results: [] }],
    ['FEE_BASIS', { chargesFee: true, fees: [{ ...fee, basis: null }] }],
    ['FEE_STANDARD', { chargesFee: true, fees: [{ ...fee, standard: '' }] }],
    ['SUPERVISION_CHANNEL', { supervisionChannels: [] }],
  ] as const)('%s is missed by itself', (element, change) => {
    expect(missingElements({ ...complete, ...change })).toEqual([element]);
  });

  it('misses no time limit where handling is immediate (002:35)', () => {
    const immediate = { ...complete, handlingMode: 'IMMEDIATE', committedLimit: null } as const;
    expect(publicProfile(immediate).TIME_LIMIT).toBe('当场或当天办结');
  });

  it('says that nothing is charged where that is stated, and misses it where nothing is', () => {
    expect(publicProfile(complete).FEE_STANDARD).toBe('不收费');
    expect(missingElements({ ...complete, chargesFee: null })).toEqual([
      'FEE_BASIS',
      'FEE_STANDARD',
    ]);
    expect(missingElements({ ...complete, chargesFee: true, fees: [fee] })).toEqual([]);
  });
});
