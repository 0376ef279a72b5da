/** What the report says about a row, in the two languages of its readers. */
const WORDS = {
  MISSING_COLUMN: ['缺少列', 'The column is missing'],
  BROKEN_ROW: ['行损坏，无法解析', 'The row is broken and can’t be read'],
  ERROR_PAGE: ['来源返回错误页而非数据', 'The source answered with an error page instead of data'],
  NO_ITEM: ['没有事项数据', 'There is no item in the row'],
  EMPTY_ROW: ['空行', 'The row is empty'],
  TOO_MANY_FIELDS: ['字段数多于表头', 'The row has more fields than the header'],
  CODE_MISSING: ['缺少事项编码', 'The item code is missing'],
  CODE_INVALID: ['事项编码不合规', 'The item code can’t be right'],
  NAME_MISSING: ['缺少事项名称', 'The item name is missing'],
  DEPARTMENT_MISSING: ['缺少责任部门', 'The responsible department is missing'],
  DEPARTMENT_CODE_MISSING: [
    '缺少部门编码，以部门名称代替',
    'The department code is missing; its name stands for it',
  ],
  REGION_MISSING: ['缺少行政区划代码', 'The code of the region is missing'],
  DUPLICATE_CODE: [
    '事项编码重复，所示行较新，已采用所示行',
    'The code is there twice; the row shown is newer and is taken',
  ],
  NEITHER_NEWER: [
    '事项编码重复，无法判断新旧，采用所示行',
    'The code is there twice and neither row is known to be newer; the row shown is taken',
  ],
  DATED_ROW_TAKEN: [
    '事项编码重复，本行未说明可识别的日期，采用所示行',
    'The code is there twice; this row tells no date that can be read, and the row shown is taken',
  ],
  DATE_INVALID: ['日期无法识别，未采用', 'The date can’t be read and is left out'],
  VERSION_INVALID: ['版本号无法识别，未采用', 'The version can’t be read and is left out'],
  REGION_INVALID: [
    '行政区划代码不合规，未采用',
    'The code of the region can’t be right and is left out',
  ],
  REGION_DIFFERS: [
    '行政区划代码与事项编码中的不一致，按前者处理',
    'The region is another one than the item code says; the region told is taken',
  ],
  REGION_ELSEWHERE: [
    '行政区划不属于本次导入的地区',
    'The region is elsewhere than the one that this import is for',
  ],
  CUT_OFF: ['文件在该行中断，行不完整', 'The file breaks off in this row, which is not whole'],
  LAST_LINE_OPEN: [
    '文件末行没有换行符，请核对文件是否完整',
    'The last line has no end: look whether the file is whole',
  ],
  ENCODING_INVALID: [
    '编码有误，请统一文件编码',
    'The row is not in the encoding of the file: a byte can’t be read',
  ],
  TEXT_DAMAGED: [
    '文字已损坏（含无法识别的字符）',
    'The text was damaged before: another program could not read a character',
  ],
  ALIAS_TAKEN: ['其他编码已属另一行，未采用', 'Another row has this other code, which is left out'],
  HISTORICAL: ['历史版本，不导入', 'A version that is history is not taken'],
  NOT_IN_USE: ['来源标记为不可用', 'The source marks it as not in use'],
  TYPE_UNKNOWN: ['事项类型代码未知，类型不变', 'The type code is unknown; the type stays as it is'],
  KindAssumed: [
    '新事项未说明类型，草稿暂按其他行政权力登记',
    'A new item without a type: the draft has that of other powers',
  ],
  CODE_UNKNOWN: ['代码未知，按未说明处理', 'The code is unknown and taken as not told'],
  TEXT_CLEANED: [
    '已清除网页标记或控制字符',
    'Markup or control characters were taken out of the text',
  ],
  TEXT_CUT: ['文本过长，已截断', 'The text was too long and is cut'],
  LIMIT_ZERO: ['时限为0，按未设时限或即办处理', 'A limit of 0 is taken as none or as immediate'],
  LIMIT_INVALID: ['时限不合规，未采用', 'The limit can’t be right and is left out'],
  PROMISE_MISSING: ['缺少承诺时限', 'No promised limit is given'],
  PROMISE_TOO_LONG: [
    '承诺时限超过法定时限，承诺时限未采用',
    'The promised limit is longer than the statutory one and is left out',
  ],
  BASIS_MISSING: ['缺少办理依据', 'The legal basis is missing'],
  PHONE_MISSING: ['缺少咨询电话', 'The telephone is missing'],
  FEE_WITHOUT_DETAIL: ['收费但无收费明细', 'It is charged for, but no fee is detailed'],
  MATERIAL_UNNAMED: ['材料无名称，未采用', 'A material without a name is left out'],
  ENTRY_UNNAMED: ['条目无内容，未采用', 'An entry without content is left out'],
  ROW_TOO_LARGE: ['行过大，无法导入', 'The row is too large to be taken'],
  CatchAllMaterial: [
    '含兜底性材料（若干规定6），修改前不得公开',
    'A catch-all material (若干规定 6): not published until mended',
  ],
  FeeWithoutBasis: [
    '许可收费无依据（许可法58），未采用',
    'A licence’s fee without basis (许可法 58) is left out',
  ],
  FeeStandardFaulty: [
    '收费标准金额或期限有误，未采用',
    'A fee whose amounts or days can’t be right is left out',
  ],
  CommittedLimitTooLong: [
    '承诺时限超过法定时限，承诺时限未采用',
    'The promised limit is longer than the statutory one and is left out',
  ],
  DepartmentUnknown: ['责任部门未登记', 'The responsible department is not registered'],
  ResponsibleDepartmentDiffers: [
    '事项已由另一部门负责（一件事情由一个部门承担）',
    'Another department is responsible for the item (one matter, one department)',
  ],
  ElementsMissing: [
    '已公开事项的公开要素将缺失',
    'A public item would lose one of its nine elements',
  ],
  NotPermittedInStatus: ['事项当前状态不允许更新', 'The item’s status doesn’t allow it'],
  OlderVersion: ['来源版本较旧，未采用', 'The source’s version is older than the one taken before'],
  InvalidRow: ['数据不合规', 'The data can’t be right'],
  AlreadyExists: ['编码已被另一事项使用', 'Another item has this code already'],
  DuplicateCode: ['同一批次中事项编码重复', 'The code is in one request twice'],
  Conflict: ['与他人的修改冲突', 'Somebody else changed it at the same time'],
  IdempotencyMismatch: ['指令标识重复', 'The command was used before with other content'],
  REQUEST_REFUSED: ['网关拒绝请求', 'The gateway refused the request'],
} as const;

export type ReasonCode = keyof typeof WORDS;

export interface Reason {
  readonly code: string;
  /** The field it is about and what stood there; never an official's name. */
  readonly detail?: string;
}

export function reason(code: ReasonCode, detail?: string): Reason {
  return detail === undefined || detail.trim() === ''
    ? { code }
    : { code, detail: detail.slice(0, 120) };
}

/** Codes that the graph knows and this table doesn't are told as they are. */
export function inWords({ code, detail }: Reason): { readonly zh: string; readonly en: string } {
  const words = Object.hasOwn(WORDS, code) ? WORDS[code as ReasonCode] : ([code, code] as const);
  return detail === undefined
    ? { zh: words[0], en: words[1] }
    : { zh: `${words[0]}（${detail}）`, en: `${words[1]} (${detail})` };
}
