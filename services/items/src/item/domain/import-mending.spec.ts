import { aMaterial, complete } from '../../../test/an-item.ts';
import { mendImported } from './import-mending.ts';

describe('what the law takes out of an imported row', () => {
  it('nothing, where nothing is against it', () => {
    expect(mendImported(complete)).toEqual({ content: complete, flags: [] });
  });

  it('a promise longer than the statutory limit (002:24)', () => {
    const promised = { ...complete, committedLimit: { value: 30, unit: 'WORKING_DAYS' } as const };
    expect(mendImported(promised)).toEqual({
      content: { ...complete, committedLimit: null },
      flags: ['CommittedLimitTooLong'],
    });
  });

  it('a licence’s fee without basis (行政许可法 58), and no other', () => {
    const based = { name: '工本费', standard: '10元', basis: '发改价格〔2012〕1号', amount: null };
    const baseless = { ...based, name: '手续费', basis: ' ' };
    const content = { ...complete, chargesFee: true, fees: [based, baseless] };
    expect(mendImported(content)).toEqual({
      content: { ...content, fees: [based] },
      flags: ['FeeWithoutBasis'],
    });
    expect(mendImported({ ...content, kind: 'PUBLIC_SERVICE' }).flags).toEqual([]);
  });

  it('no catch-all material: it is flagged and stays (若干规定 6)', () => {
    const content = { ...complete, requiredMaterials: [aMaterial('有关材料')] };
    expect(mendImported(content)).toEqual({ content, flags: ['CatchAllMaterial'] });
  });
});
