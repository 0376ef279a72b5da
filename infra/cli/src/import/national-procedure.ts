import type { FieldReader } from './field-reader.ts';
import { inOrder } from './in-order.ts';
import type { ItemRowContent } from './item-row.ts';
import { STEPS, own } from './national-codes.ts';
import { limitOf } from './national-limits.ts';
import type { Fields } from './source-record.ts';
import { textOf } from './table-access.ts';

type Step = NonNullable<ItemRowContent['procedure']>[number];
const NAMES = ['activity_name', 'step_name', 'flow_name', 'link_name', 'node_name', 'name'];
const CODES = ['activity_type', 'step_type', 'flow_type', 'link_type', 'node_type', 'step', 'type'];
const WORDS: Readonly<Record<string, string>> = Object.fromEntries(
  Object.values(STEPS).map(([kind, name]) => [name, kind]),
);

/** The steps of an item: a row each, or one row with a column (or several) for each of the usual steps. */
export function procedureOf(read: FieldReader, rows: readonly Fields[]): readonly Step[] {
  return inOrder(rows).flatMap((row) => {
    const step = rowStep(read, row) ?? columnSteps(read, row);
    if (step.length === 0) read.note('ENTRY_UNNAMED', 'AUDIT_ITEM_FLOWSHEET');
    return step;
  });
}

function rowStep(read: FieldReader, row: Fields): readonly Step[] | undefined {
  const code = [...CODES, ...NAMES]
    .map((field) => textOf(row[field]).toLowerCase())
    .find((value) => Object.hasOwn(STEPS, value));
  const usual = code === undefined ? undefined : STEPS[code];
  const told = read.name(row, ...NAMES);
  const name = told !== null && !Object.hasOwn(STEPS, told.toLowerCase()) ? told : usual?.[1];
  if (name === undefined) return undefined;
  return [
    {
      name,
      kind: usual?.[0] ?? own(WORDS, name) ?? null,
      responsiblePost: read.text(row, 'handle_post', 'post', 'post_name', 'handle_dept'),
      limit: stepLimit(read, row),
      task: read.text(row, 'handle_content', 'step_content', 'content', 'activity_content'),
      standard: read.text(row, 'handle_standard', 'step_standard', 'standard', 'examine_standard'),
    },
  ];
}

function columnSteps(read: FieldReader, row: Fields): readonly Step[] {
  return Object.entries(STEPS).flatMap(([word, [kind, name]]) => {
    const own = Object.keys(row).filter((field) => field === word || field.startsWith(`${word}_`));
    const task = read.text(row, word, `${word}_content`, `${word}_desc`, `${word}_explain`);
    const standard = read.text(row, `${word}_standard`, `${word}_stand`);
    const limit = stepLimit(read, row, `${word}_`);
    const told = own.some((field) => textOf(row[field]) !== '');
    const post = read.text(row, `${word}_post`, `${word}_dept`);
    return told ? [{ name, kind, responsiblePost: post, limit, task, standard }] : [];
  });
}

function stepLimit(read: FieldReader, row: Fields, prefix = '') {
  const day = ['handle_day', 'limit_day', 'step_day', 'day', 'limit', 'time_limit'].find(
    (field) => textOf(row[`${prefix}${field}`]) !== '',
  );
  if (day === undefined) return null;
  return limitOf(read, row, { day: `${prefix}${day}`, type: `${prefix}${day}_type` });
}
