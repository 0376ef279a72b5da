import type { FieldReader } from './field-reader.ts';
import type { ItemRowContent } from './item-row.ts';
import { AUTHORITY_LEVELS, HANDLING_MODES } from './national-codes.ts';
import { feesOf } from './national-fees.ts';
import {
  legalBasisOf,
  questionsOf,
  resultsOf,
  serviceObjectsOf,
  specialProceduresOf,
  windowsOf,
} from './national-guide.ts';
import { jointOf } from './national-joint.ts';
import { limitsOf } from './national-limits.ts';
import { materialsOf } from './national-materials.ts';
import { procedureOf } from './national-procedure.ts';
import type { Fields, SourceRecord } from './source-record.ts';
import { textOf } from './table-access.ts';

type National = Extract<SourceRecord, { kind: 'NATIONAL' }>;
type Told = Omit<ItemRowContent, 'name' | 'kind' | 'nationalType'>;

interface Sources {
  readonly item?: readonly string[];
  readonly extend?: readonly string[];
  readonly tables?: readonly string[];
}

/** Where the format tells each part of an item: a part that no column and no table is for stays as it is. */
const SOURCES: Readonly<Record<keyof Told, Sources>> = {
  statutoryLimit: { item: ['anticipate_day'] },
  committedLimit: { item: ['promise_day'] },
  handlingMode: { item: ['project_type'] },
  authorityLevel: { item: ['use_level'] },
  handlingBody: { item: ['dept_name'] },
  legalBasis: { item: ['law'], tables: ['AUDIT_ITEM_BYLAW', 'LAW'] },
  conditions: {
    item: ['accept_name', 'accept_condition', 'handle_condition'],
    tables: ['AUDIT_ACCEPT_CONDITION', 'AUDIT_ITEM_CONDITION'],
  },
  requiredMaterials: { tables: ['AUDIT_MATERIAL', 'AUDIT_ITEM_MATERIAL'] },
  procedure: { tables: ['AUDIT_ITEM_FLOWSHEET'] },
  results: { extend: ['result_name'], tables: ['AUDIT_ITEM_RESULT'] },
  chargesFee: { item: ['is_fee'] },
  fees: { item: ['is_fee'], tables: ['AUDIT_CHARGE', 'AUDIT_ITEM_CHARGE'] },
  specialProcedures: { tables: ['AUDIT_ITEM_SPECIAL', 'AUDIT_SPECIAL_TIME'] },
  supervisionChannels: { item: ['supervise_way', 'supervise_tel'] },
  consultationPhone: { item: ['link_way', 'link_tel'] },
  serviceObjects: { item: ['serve_type'] },
  windows: { tables: ['AUDIT_ITEM_WINDOW', 'AUDIT_CATALOG_LOBBY'] },
  questions: { tables: ['AUDIT_QA'] },
  remedies: { item: ['reconsiderat', 'litigation', 'lawsuit'] },
  leadDepartmentName: { item: ['lead_dept'], extend: ['lead_dept'] },
  coHandlingDepartmentNames: {
    item: ['match_dept'],
    extend: ['match_dept'],
    tables: ['AUDIT_OTHER_DEPT'],
  },
};

/** Everything that the national format says of an item, but for its name and type. */
export function nationalContent(read: FieldReader, record: National): Told {
  const { item } = record;
  const table = (...names: readonly string[]) => names.flatMap((name) => record.tables[name] ?? []);
  const extend = table('AUDIT_ITEM_EXTEND')[0] ?? {};
  const others = table('AUDIT_OTHER_DEPT');
  const { joint, ...departments } = jointOf(read, { item, extend, others });
  const mode = read.code(item, 'project_type', HANDLING_MODES);
  const content = {
    ...departments,
    ...limitsOf(read, item, mode === 'IMMEDIATE'),
    ...feesOf(read, item, table('AUDIT_CHARGE', 'AUDIT_ITEM_CHARGE')),
    handlingMode: joint ? 'JOINT' : mode,
    authorityLevel: read.code(item, 'use_level', AUTHORITY_LEVELS),
    handlingBody: read.text(item, 'dept_name'),
    legalBasis: legalBasisOf(read, [...table('AUDIT_ITEM_BYLAW', 'LAW'), ...lawText(item)]),
    conditions: conditionsOf(read, item, table('AUDIT_ACCEPT_CONDITION', 'AUDIT_ITEM_CONDITION')),
    requiredMaterials: materialsOf(read, table('AUDIT_MATERIAL', 'AUDIT_ITEM_MATERIAL')),
    procedure: procedureOf(read, table('AUDIT_ITEM_FLOWSHEET')),
    results: resultsOf(read, table('AUDIT_ITEM_RESULT'), extend),
    specialProcedures: specialProceduresOf(read, table('AUDIT_ITEM_SPECIAL', 'AUDIT_SPECIAL_TIME')),
    supervisionChannels: channelsOf(read, item),
    consultationPhone: read.text(item, 'link_way', 'link_tel'),
    serviceObjects: serviceObjectsOf(read, item),
    windows: windowsOf(read, table('AUDIT_ITEM_WINDOW', 'AUDIT_CATALOG_LOBBY')),
    questions: questionsOf(read, table('AUDIT_QA')),
    remedies: joinedText(read.text(item, 'reconsiderat'), read.text(item, 'litigation', 'lawsuit')),
  };
  if (content.legalBasis.length === 0) read.note('BASIS_MISSING');
  if (content.consultationPhone === null) read.note('PHONE_MISSING');
  const tells = ({ item: own = [], extend: more = [], tables = [] }: Sources) =>
    own.some((name) => name in item) ||
    more.some((name) => name in extend) ||
    tables.some((name) => name in record.tables);
  const isTold = (part: keyof Told) =>
    tells(SOURCES[part]) ||
    (part === 'handlingMode' && joint) ||
    (part === 'chargesFee' && (content.fees ?? []).length > 0);
  const parts = Object.entries(content).filter(([part]) => isTold(part as keyof Told));
  return Object.fromEntries(parts);
}

/** `AUDIT_ITEM.LAW` may be plain text. */
function lawText(item: Fields): readonly Fields[] {
  const text = textOf(item['law']);
  if (text === '') return [];
  // The words of the clause stand where its title would: the title is what they begin with.
  const title = /^[^\n。；;]*?《[^》]{1,200}》/u.exec(text)?.[0] ?? text;
  return title === text ? [{ law_name: text }] : [{ law_name: title, clause_content: text }];
}

function conditionsOf(read: FieldReader, item: Fields, rows: readonly Fields[]): string | null {
  const told = rows.map((row) =>
    read.text(row, 'condition_content', 'condition_name', 'accept_condition', 'content', 'name'),
  );
  return joinedText(
    read.text(item, 'accept_name', 'accept_condition', 'handle_condition'),
    ...told,
  );
}

function channelsOf(read: FieldReader, item: Fields): readonly string[] {
  const told = read.text(item, 'supervise_way', 'supervise_tel') ?? '';
  const channels = told
    .split(/[;；\n]+/u)
    .map((channel) => read.cut(channel.trim(), 500, 'supervise_way'));
  return [...new Set(channels.filter((channel) => channel !== ''))];
}

function joinedText(...parts: readonly (string | null)[]): string | null {
  const told = parts.filter((part) => part !== null);
  return told.length === 0 ? null : told.join('\n');
}
