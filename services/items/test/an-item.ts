import { instant } from '@onewindow/kernel';
import { contentOf, type ItemContent } from '../src/item/domain/item-content.ts';
import type { ItemCommand, ItemState, KnownItem } from '../src/item/domain/item.ts';

export const DEPARTMENT = '6f1f6d0e-6c5c-5f0e-9a55-5d2b1b0a0001';
export const REGION = '6f1f6d0e-6c5c-5f0e-9a55-5d2b1b0a0002';
export const CENTRE = '6f1f6d0e-6c5c-5f0e-9a55-5d2b1b0a0003';
export const AT = instant('2026-11-02T01:00:00.000Z');

/** All nine elements of 002:165, and nothing that the law forbids. */
export const complete: ItemContent = contentOf(
  { name: '食品经营许可', kind: 'ADMIN_LICENCE' },
  {
    nationalType: 'ADMIN_LICENCE',
    handlingMode: 'COMMITTED',
    statutoryLimit: { value: 20, unit: 'WORKING_DAYS' },
    committedLimit: { value: 10, unit: 'WORKING_DAYS' },
    handlingBody: '区市监局',
    legalBasis: [
      {
        title: '食品经营许可管理办法',
        number: '总局令第78号',
        article: '第四条',
        issuer: null,
        text: null,
      },
    ],
    conditions: '有固定的经营场所',
    requiredMaterials: [aMaterial('申请书')],
    procedure: [aStep('受理'), aStep('审查'), aStep('决定')],
    results: [{ name: '食品经营许可证', kind: 'CERTIFICATE' }],
    chargesFee: false,
    supervisionChannels: ['12345'],
  },
);

export function aMaterial(name: string): ItemContent['requiredMaterials'][number] {
  return {
    id: name,
    name,
    necessity: 'NECESSARY',
    form: null,
    type: null,
    source: null,
    sourceNote: null,
    originals: 1,
    copies: 0,
    basis: null,
    acceptanceStandard: null,
    remark: null,
  };
}

export function aStep(name: string): ItemContent['procedure'][number] {
  return { name, kind: null, responsiblePost: null, limit: null, task: null, standard: null };
}

const record = {
  code: '511A-1',
  codes: ['511A-1'],
  department: DEPARTMENT,
  region: REGION,
  revision: 1,
  content: complete,
  authors: ['importer'],
  lastReview: null,
  imported: { digest: 'first', sourceVersion: 3 },
  next: null,
} as const;

/** An item in each status: a status without one doesn't compile. */
export const items: {
  readonly [S in ItemState['status']]: Extract<ItemState, { status: S }> | KnownItem;
} & { readonly ABSENT: ItemState } = {
  ABSENT: { status: 'ABSENT' },
  IDENTIFIED: { ...record, status: 'IDENTIFIED', centre: null },
  SUBMITTED_FOR_REVIEW: { ...record, status: 'SUBMITTED_FOR_REVIEW', centre: null },
  CONFIRMED: { ...record, status: 'CONFIRMED', centre: null },
  PUBLISHED: { ...record, status: 'PUBLISHED', centre: null },
  IN_SERVICE: { ...record, status: 'IN_SERVICE', centre: CENTRE },
  SUSPENDED: { ...record, status: 'SUSPENDED', centre: CENTRE },
  ABOLISHED: { ...record, status: 'ABOLISHED', centre: null },
};

const by = 'editor';

/** Each command as it would be accepted in a status that permits it. */
export const commands: {
  readonly [T in ItemCommand['type']]: Extract<ItemCommand, { type: T }>;
} = {
  ImportItem: {
    type: 'ImportItem',
    by: 'importer',
    code: '511A-1',
    aliases: [],
    department: { id: DEPARTMENT, region: REGION },
    named: { name: '食品经营许可', kind: 'ADMIN_LICENCE' },
    change: { ...complete, conditions: '有固定的经营场所和设备' },
    mark: { digest: 'second', sourceVersion: 4 },
  },
  ReviseItem: {
    type: 'ReviseItem',
    by,
    reason: '能减的减',
    change: { committedLimit: { value: 5, unit: 'WORKING_DAYS' } },
  },
  SubmitItemForReview: { type: 'SubmitItemForReview', by },
  ReviewItem: {
    type: 'ReviewItem',
    by: ['reviewer'],
    decision: 'CONFIRM',
    opinion: '同意',
    at: AT,
  },
  PublishItem: { type: 'PublishItem', by, at: AT },
  EnterItem: {
    type: 'EnterItem',
    editor: { department: DEPARTMENT, centre: null },
    centre: { id: CENTRE, region: REGION },
    departmentCentre: CENTRE,
  },
  SuspendItem: { type: 'SuspendItem', reason: '系统升级' },
  ResumeItem: { type: 'ResumeItem' },
  AbolishItem: { type: 'AbolishItem', reason: '国务院决定取消' },
  DropProposal: { type: 'DropProposal', by, reason: '上级已更正' },
};
