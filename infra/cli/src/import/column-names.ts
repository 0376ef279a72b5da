/** What the columns of a catalogue are called, by the name that is used here. Spelling is compared bare. */
const NAMES: Readonly<Record<string, readonly string[]>> = {
  name: [
    'name',
    'task_name',
    'item_name',
    '名称',
    '事项',
    '事项名称',
    '项目名称',
    '政务服务事项名称',
    '实施清单名称',
    '业务办理项名称',
  ],
  item_code: [
    'item_code',
    'task_code',
    'code',
    '编码',
    '事项编码',
    '事项代码',
    '事项编号',
    '项目编码',
    '实施编码',
    '实施清单编码',
    '业务办理项编码',
  ],
  department: [
    'department',
    'dept',
    'dept_name',
    'department_name',
    'org_name',
    '部门',
    '单位',
    '部门名称',
    '单位名称',
    '机构名称',
    '所属部门',
    '责任部门',
    '主管部门',
    '办理部门',
    '实施部门',
    '实施主体',
    '实施主体名称',
    '责任单位',
  ],
  dept_code: [
    'dept_code',
    'department_code',
    'org_code',
    'dept_id',
    '部门编码',
    '部门代码',
    '部门编号',
    '单位编码',
    '单位代码',
    '机构代码',
    '组织机构代码',
    '统一社会信用代码',
    '实施主体编码',
    '实施主体代码',
  ],
  task_type: ['task_type', 'item_type', 'type', '类型', '类别', '事项类型', '事项类别', '权力类型'],
  area_code: [
    'area_code',
    'area',
    'region_code',
    'region',
    'division_code',
    '区划',
    '区划编码',
    '区划代码',
    '行政区划',
    '行政区划代码',
    '行政区划编码',
    '地区编码',
    '地区代码',
  ],
};

const BY_SPELLING = new Map(
  Object.entries(NAMES).flatMap(([column, names]) => names.map((name) => [bare(name), column])),
);

/** The columns that a catalogue wants; what else it has is passed over. */
export const WANTED_COLUMNS = Object.keys(NAMES);

/** The name that is used here; a column of another meaning keeps its own. */
export function columnName(raw: string): string {
  return BY_SPELLING.get(bare(raw)) ?? raw.trim().toLowerCase();
}

/** Without blanks, signs, and remarks in brackets (`事项编码*（必填）`, `Dept Name`, `itemCode`). */
function bare(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[([【].*?[)\]】]|[^\p{L}\p{N}]/gu, '');
}
