import { ids } from '../../../test/an-entry.ts';
import { certificateDisclosure } from './certificate-disclosure.ts';

const licence = {
  id: ids.item,
  name: '食品经营许可',
  kind: 'ADMIN_LICENCE',
  resultName: '食品经营许可证',
} as const;
const day = '2026-09-18';

describe('what the public is told of a certificate', () => {
  it('is which licence, of which item, on which day: and nothing of anybody (001:17, 001:39)', () => {
    expect(certificateDisclosure(licence, { number: 'JY1', day })).toEqual({
      certificateNumber: 'JY1',
      content: {
        title: '食品经营许可办理结果公开',
        body: '事项：食品经营许可\n办理结果：食品经营许可证\n证照编号：JY1\n发放日期：2026-09-18',
        basis: '行政许可法 40',
        phase: 'AFTER',
        nature: 'RESULT',
        cadence: 'AD_HOC',
        topicGroup: 'HOT_POWER',
        item: ids.item,
      },
    });
  });

  it('is that it was granted where no document is named', () => {
    const told = certificateDisclosure({ ...licence, resultName: null }, { number: 'D1', day });
    expect(told?.content.body).toContain('办理结果：准予');
  });

  it('is not the number where that is its holder’s ID number', () => {
    const told = certificateDisclosure(licence, { number: '9900001990 0101001X', day });
    expect(told?.certificateNumber).toBeNull();
    expect(told?.content.body.split('\n')).toEqual([
      '事项：食品经营许可',
      '办理结果：食品经营许可证',
      '发放日期：2026-09-18',
    ]);
  });

  it.each(['REGISTRATION', 'PUBLIC_SERVICE', 'NON_LICENCE_APPROVAL', 'FEE_SERVICE'] as const)(
    'is nothing at all where the item is no licence: %s (行政许可法 40)',
    (kind) => {
      expect(certificateDisclosure({ ...licence, kind }, { number: 'J1', day })).toBeNull();
    },
  );
});
