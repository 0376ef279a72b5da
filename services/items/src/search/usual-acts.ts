/** What is done later with what one has, or beside it: nobody means it who does not say it. */
const LATER = [
  ...['变更', '注销', '延续', '续期', '补办', '补领', '补发', '换发', '停业', '歇业', '恢复'],
  ...['挂失', '解挂', '转移', '转让', '迁移', '异地', '跨省', '校验', '重置', '修改', '暂停'],
  ...['投诉', '查询', '咨询', '指引', '争议', '纠纷', '裁决', '招领', '解除', '维护', '缴纳'],
  ...['补缴', '提前', '重核', '更正', '信息发布', '更名'],
];
/** How the first thing that one does is called. */
const FIRST = ['新办', '首次', '新设', '申领', '核发', '签发', '办理', '发放', '申请', '登记'];

const LATER_COSTS = 2;
const FIRST_GAINS = 0.5;

/** What an act adds to the merit of an item: most people come for the first time. */
export function usualness(title: string, said: string): number {
  const isLater = LATER.some((act) => title.includes(act) && !said.includes(act));
  const isFirst = FIRST.some((act) => title.includes(act));
  return (isFirst ? FIRST_GAINS : 0) - (isLater ? LATER_COSTS : 0);
}
