import { ids, place } from '../../../test/an-entry.ts';
import type { ItemFact } from '../../item/domain/item-fact.ts';
import { certificateDisclosure } from './certificate-disclosure.ts';

const item: ItemFact = {
  ...{ ...place, id: ids.item, code: '450102-001', name: '食品经营许可', kind: 'ADMIN_LICENCE' },
  ...{ handlingMode: 'COMMITTED', status: 'IN_SERVICE', resultName: '食品经营许可证' },
  statutoryLimit: { value: 20, unit: 'WORKING_DAYS' },
  committedLimit: { value: 7, unit: 'CALENDAR_DAYS' },
  materials: [
    { name: '申请书', need: 'NECESSARY' },
    { name: '照片', need: 'NOT_NECESSARY' },
    { name: '平面图', need: 'MAY_FOLLOW' },
  ],
};

describe('what the public is told of a certificate', () => {
  it('is which, of which item, on which day: and nothing of anybody (001:17, 001:39)', () => {
    expect(certificateDisclosure(item, { number: 'JY1', day: '2026-09-18' })).toEqual({
      title: '食品经营许可办理结果公开',
      body: '事项：食品经营许可\n办理结果：食品经营许可证\n证照编号：JY1\n发放日期：2026-09-18',
      basis: '行政许可法 40',
      ...{ phase: 'AFTER', nature: 'RESULT', cadence: 'AD_HOC', topicGroup: 'HOT_POWER' },
      item: ids.item,
    });
  });

  it('is that it was granted where no document is named', () => {
    const plain = { ...item, resultName: null, kind: 'REGISTRATION' } as const;
    const { body, basis } = certificateDisclosure(plain, { number: 'D1', day: '2026-09-18' });
    expect(body).toContain('办理结果：准予');
    expect(basis).toBe('政府信息公开条例 20');
  });
});
