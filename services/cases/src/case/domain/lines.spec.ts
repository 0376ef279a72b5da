import { aCase, commands, friday, play } from '../../../test/a-case.ts';
import type { FiledCase } from './case.ts';
import { linesOf } from './lines.ts';

const reason = '扫描件模糊';
const told = play(
  [{ ...commands.RequestSupplement, materials: [], defects: [{ material: 'm2', reason }] }],
  aCase('SUBMITTED'),
);

describe('the lines of a case', () => {
  it('are the item’s list, each as it stands', () => {
    expect(linesOf(told)).toEqual([
      line(['m1', '申请书', 'NECESSARY'], { state: 'RECEIVED', cameAt: friday }),
      line(['m2', '场地证明', 'NECESSARY'], {
        ...{ state: 'DEFECTIVE', cameAt: friday, reason, isAsked: true },
      }),
      line(['m3', '照片', 'MAY_FOLLOW']),
      line(['m4', '委托书', 'NOT_NECESSARY']),
    ]);
  });

  it('what was defective is received when it is brought again, and nothing is wrong with it', () => {
    const brought = play([commands.SubmitSupplement], told);
    expect(linesOf(brought)[1]).toMatchObject({
      ...{ id: 'm2', state: 'RECEIVED', reason: null, isAsked: false },
    });
  });

  it('of an older case are what it names itself: what came, and what was asked for', () => {
    const { lists: _, ...older } = aCase('SUPPLEMENT_REQUIRED');
    expect(linesOf(older as FiledCase)).toMatchObject([
      { id: 'm1', need: null, state: 'RECEIVED' },
      { id: 'm2', need: null, state: 'MISSING', isAsked: true },
    ]);
  });
});

function line([id, name, need]: readonly [string, string, string], more: object = {}) {
  const none = { state: 'MISSING', cameAt: null, reason: null, owedUntil: null, isAsked: false };
  return { id, name, need, ...none, ...more };
}
