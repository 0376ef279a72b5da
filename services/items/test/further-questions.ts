import type { EverydayQuestion } from './everyday-questions.ts';

const ask = (typed: string, meant: string): EverydayQuestion => ({ typed, meant });

/**
 * Twenty more, written down after the ranking was done and not used for it: they tell how it does on
 * questions that nobody had in mind.
 */
export const FURTHER_QUESTIONS: readonly EverydayQuestion[] = [
  ask('临时身份证', '临时身份证明'),
  ask('旅馆许可证', '旅馆业特种行业许可证核发'),
  ask('刻章店', '公章刻制业特种行业许可证核发'),
  ask('收废铁', '生产性废旧金属收购业备案'),
  ask('放烟花', '举办焰火晚会以及其他大型焰火燃放活动许可'),
  ask('找不到工作', '失业登记'),
  ask('工伤报销', '工伤医疗（康复）费用申报'),
  ask('社保卡密码忘了', '社会保障卡密码重置'),
  ask('烟草证过期', '烟草专卖零售许可证延续'),
  ask('香烟零售', '烟草专卖零售许可证新办'),
  ask('法律援助怎么申请', '对公民法律援助申请的审批'),
  ask('毕业生补贴', '高校毕业生社保补贴申领'),
  ask('在农村盖房子', '乡村建设规划许可证核发'),
  ask('户外招牌', '规范户外招牌设施设置'),
  ask('人死了销户口', '户口注销'),
  ask('syjdj', '失业登记'),
  ask('wfzjl', '无犯罪记录证明'),
  ask('caikuang', '新设采矿权登记'),
  ask('gongshang', '工伤事故备案'),
  ask('0066800002', '失业登记'),
];
