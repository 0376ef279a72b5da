import { ids, place } from '../../../test/an-entry.ts';
import { itemDisclosure, ITEM_CHANNELS } from './item-disclosure.ts';
import { isPublicItem, type ItemFact } from './item-fact.ts';

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

describe('what the public is told of an item', () => {
  it('is what holds for it, line by line, with the materials that are needed', () => {
    expect(itemDisclosure(item).body.split('\n')).toEqual([
      '事项编码：450102-001',
      '办理方式：承诺办理',
      '承诺时限：7个自然日',
      '法定时限：20个工作日',
      '申请材料：申请书、平面图',
      '办理结果：食品经营许可证',
    ]);
  });

  it('is a standing duty, told before anything is handled, all the year round (001:33)', () => {
    expect(itemDisclosure(item)).toMatchObject({
      ...{ phase: 'BEFORE', nature: 'STATUTORY_DUTY', cadence: 'PERMANENT', item: ids.item },
    });
    expect(ITEM_CHANNELS).toEqual(['BOARD', 'HALL', 'PRINTED', 'INTERNET']);
  });

  it('leaves out what is not known', () => {
    const bare = { ...item, handlingMode: null, statutoryLimit: null, committedLimit: null };
    const { body } = itemDisclosure({ ...bare, materials: [], resultName: null });
    expect(body).toBe('事项编码：450102-001');
  });

  it('rests on the law of licences for a licence and on that of disclosure for all else', () => {
    expect(itemDisclosure(item).basis).toBe('行政许可法 30');
    expect(itemDisclosure({ ...item, kind: 'PUBLIC_SERVICE' }).basis).toBe('政府信息公开条例 20');
  });

  it('says when no applications are taken', () => {
    const title = (status: ItemFact['status']) => itemDisclosure({ ...item, status }).title;
    expect(title('PUBLISHED')).toBe('食品经营许可');
    expect(title('SUSPENDED')).toBe('食品经营许可（暂停受理）');
    expect(title('ABOLISHED')).toBe('食品经营许可（已取消，不再受理）');
  });

  it('is nothing before it is public', () => {
    const open = (
      ['CONFIRMED', 'PUBLISHED', 'IN_SERVICE', 'SUSPENDED', 'ABOLISHED'] as const
    ).filter((status) => isPublicItem({ ...item, status }));
    expect(open).toEqual(['PUBLISHED', 'IN_SERVICE', 'SUSPENDED']);
  });
});
