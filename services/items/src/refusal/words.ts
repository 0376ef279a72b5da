import { createRefusals, type RefusalWords } from '@onewindow/subgraph';
import { typeDefs } from '../graphql/type-defs.generated.ts';
import { NOUN_WORDS } from '../graphql/noun-words.generated.ts';

/** The words of this service's own refusals, and of why rows of an import are refused or flagged. */
export const WORDS = {
  ...NOUN_WORDS,
  ElementsMissing: {
    en: 'Some of the nine elements that an item makes public are not there.',
    zh: '事项应公开的九项内容不完整。',
    rule: '002:165',
  },
  CatchAllMaterial: {
    en: 'A guide asks for no catch-all material: name each paper, or leave it out.',
    zh: '办事指南不得有兜底性材料要求，请列明具体材料或删去。',
    rule: '在线政务服务若干规定 6',
  },
  CommittedLimitTooLong: {
    en: 'The promised limit is longer than the statutory one.',
    zh: '承诺时限不得超过法定时限。',
    rule: '002:24',
  },
  FeeWithoutBasis: {
    en: 'A licence charges nothing unless a law or administrative regulation says so.',
    zh: '行政许可收费须有法律、行政法规依据。',
    rule: '行政许可法 58',
  },
  'FeeWithoutBasis.Rank': {
    en: 'A licence charges by a law or a regulation of the State Council only; the basis of these fees ranks lower.',
    zh: '行政许可收费只能依据法律、行政法规，所列收费项目的依据层级不够。',
    rule: '行政许可法 58',
  },
  FeeStandardFaulty: {
    en: 'Look at these fees again: an amount is below nothing, a lower limit is above the upper one, an end lies before its beginning, or a name stands there twice.',
    zh: '所列收费标准有误：金额为负、下限高于上限、截止日早于起始日，或者项目重名，请核对。',
    rule: '003:10',
  },
  FeeHearingMissing: {
    en: 'These fees are new or raised: hold a hearing on them first, and name its record and day.',
    zh: '所列收费为新增或提高标准，应当先行听证，请填写听证记录和日期。',
    rule: '003:41',
  },
  NothingChanged: { en: 'The revision changes nothing.', zh: '修订内容与现行内容相同。' },
  ReviewerIsAuthor: {
    en: 'Whoever wrote or submitted an item does not review it.',
    zh: '编制或送审人员不得审核同一事项。',
    rule: '002:24',
  },
  CentreUnknown: { en: 'No such centre is known here.', zh: '未登记该政务服务中心。' },
  DepartmentNotAtCentre: {
    en: 'The responsible department is not at this centre.',
    zh: '责任部门未进驻该中心。',
    rule: '002:15',
  },
  HandlingModeMissing: {
    en: 'Nobody has said yet how the item is handled.',
    zh: '尚未明确事项办理方式。',
    rule: '002:164',
  },
  ResponsibleDepartmentDiffers: {
    en: 'Another department is responsible for the item: one matter, one department.',
    zh: '该事项已由另一部门负责，一件事情由一个部门承担。',
    rule: '003:27',
  },
  DepartmentUnknown: {
    en: 'No department with this code is known here yet.',
    zh: '该编码的部门尚未登记。',
    rule: '003:27',
  },
  KindAssumed: {
    en: 'The row does not tell the kind: the draft has that of other powers until somebody says more.',
    zh: '未说明事项类型，草稿暂按其他行政权力登记。',
  },
  OlderVersion: {
    en: 'The source has told a newer version before; this one changes nothing.',
    zh: '来源此前已提供较新版本，本行未采用。',
  },
  DuplicateCode: {
    en: 'The code is in this batch twice; the first row is taken.',
    zh: '同一批次中事项编码重复，采用第一行。',
  },
  InvalidRow: { en: 'The row can’t be right: {detail}', zh: '该行有误：{detail}' },
  'NotAuthorized.NotOfDepartment': {
    en: 'Only staff of the department responsible for this item do this.',
    zh: '仅该事项责任部门的工作人员可以办理。',
    rule: '003:27',
  },
  'NotAuthorized.NotOfDepartmentOrCentre': {
    en: 'Only staff of the department responsible for this item, or of the centre that it enters, do this.',
    zh: '仅该事项责任部门或拟进驻中心的工作人员可以办理进驻。',
    rule: '002:15',
  },
  'AlreadyExists.itemCode': {
    en: 'Another item has one of these codes. Change that one, or give yours a code of its own.',
    zh: '所填事项编码已用于其他事项。请修改该事项，或为本事项另编编码。',
  },
} as const satisfies Readonly<Record<string, RefusalWords>>;

/** A rejection in the words of who gets it. */
export const toRefusal = createRefusals(WORDS, typeDefs);
