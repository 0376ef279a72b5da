/** What somebody types, and the item of the district's catalogue that is meant. */
export interface EverydayQuestion {
  readonly typed: string;
  /** Its name, as the catalogue has it. */
  readonly meant: string;
}

const ask = (typed: string, meant: string): EverydayQuestion => ({ typed, meant });

/**
 * Forty questions over the published catalogue (infra/local/data/catalogue-511602.tsv). They were written
 * down before the first ranking rule, and none was taken out for missing: what misses is told.
 */
export const EVERYDAY_QUESTIONS: readonly EverydayQuestion[] = [
  // In the words of everyday life.
  ask('办身份证', '居民身份证办理（包括临时）'),
  ask('身份证丢了', '居民身份证挂失申报、丢失招领'),
  ask('开饭馆', '食品小经营店备案发放'),
  ask('公租房', '公共租赁住房申请资格审核认定'),
  ask('办护照', '普通护照签发'),
  ask('迁户口', '户口迁移审批'),
  ask('给孩子上户口', '户口登记'),
  ask('出生证明', '《出生医学证明》首次签发'),
  ask('领失业金', '失业保险金申领'),
  ask('办社保卡', '社会保障卡申领'),
  ask('社保卡丢了', '社会保障卡挂失'),
  ask('老年证', '申领《四川省老年人优待证》'),
  ask('健康证', '食品行业从业人员预防性体检合格证办理'),
  ask('烟草证', '烟草专卖零售许可证新办'),
  ask('养狗证', '犬类准养证核发'),
  ask('开网吧', '开办互联网上网服务营业场所'),
  ask('开宾馆', '旅馆业特种行业许可证核发'),
  ask('退休怎么办理', '企业职工基本养老保险正常退休申请'),
  ask('创业贷款', '创业担保贷款申请'),
  ask('打官司请不起律师', '对公民法律援助申请的审批'),
  // In part of a name, or what stands for it.
  ask('无犯罪记录', '无犯罪记录证明'),
  ask('居住证', '居住证办理'),
  ask('施工许可', '建筑工程施工许可证核发'),
  ask('砍树', '林木采伐许可证核发（县级权限）'),
  ask('维修资金', '住宅专项维修资金使用备案'),
  ask('劳动仲裁', '劳动人事争议仲裁申请'),
  ask('摆摊', '临时便民服务摊点设置'),
  ask('打预防针的本子', '《预防接种证》办理'),
  ask('装天然气', '供气报装'),
  ask('挖沙', '河道采砂许可'),
  // In pinyin and in initials.
  ask('sfz', '居民身份证办理（包括临时）'),
  ask('gzf', '公共租赁住房申请资格审核认定'),
  ask('sbk', '社会保障卡申领'),
  ask('hukou', '户口登记'),
  ask('juzhuzheng', '居住证办理'),
  ask('huzhao', '普通护照签发'),
  ask('jiuye dengji', '就业登记'),
  // By code, whole or in part.
  ask('511A0116400001', '普通护照签发'),
  ask('512b0070200003-511602000000', '社会保障卡申领'),
  ask('G-000006', '计划生育家庭特别扶助金'),
];
