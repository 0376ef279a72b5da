import type { Random } from './random.ts';

export interface InventedApplicant {
  readonly kind: 'NATURAL' | 'LEGAL';
  readonly name: string;
  readonly phone: string;
  readonly identityNumber: string;
}

/** Nobody's number. */
export const NO_PHONE = '00000000000';

const SURNAMES = Array.from('赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦许何吕施张孔曹严华金魏陶');
const STEMS = Array.from('甲乙丙丁戊己庚辛壬癸');
const BRANCHES = Array.from('子丑寅卯辰巳午未申酉戌亥');
const TRADES = ['食品店', '小作坊', '商贸公司', '建筑公司', '宾馆', '餐饮店', '劳务公司'];

/**
 * Somebody who is nobody: names are read off the sexagenary cycle, ID numbers begin with 99 and are born on a 30
 * February, credit codes begin with a letter that is in none (GB 11643, GB 32100).
 */
export function inventApplicant(
  random: Random,
  { serial, kind }: { readonly serial: number; readonly kind: InventedApplicant['kind'] },
): InventedApplicant {
  const number = String(serial).padStart(4, '0');
  if (kind === 'LEGAL') {
    return {
      kind,
      name: `第${serial}号示例${random.pick(TRADES)}（演示）`,
      phone: NO_PHONE,
      identityNumber: `ZDEMO${'0'.repeat(9)}${number}`,
    };
  }
  const name = `${random.pick(SURNAMES)}${random.pick(STEMS)}${random.pick(BRANCHES)}`;
  return {
    kind,
    name: `${name}（演示）`,
    phone: NO_PHONE,
    identityNumber: `990000${random.between(1950, 2006)}0230${number}`,
  };
}
