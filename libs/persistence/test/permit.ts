import { defineEvent, fact, type EventContract } from '@onewindow/contracts';
import { accept, reject, type Decider, type Instant, type Money } from '@onewindow/kernel';
import { z } from 'zod';
import type { AggregateType, Timer } from '../src/index.ts';

/** A small aggregate that has all that a journal must deal with: timers, facts, numbers, money, notes. */
export interface PermitState {
  readonly status: 'ABSENT' | 'OPEN' | 'CLOSED' | 'LAPSED';
  readonly region: string;
  readonly department?: string;
  readonly code: string;
  readonly number: number | null;
  readonly fee: Money;
  readonly dueAt: Instant | null;
  readonly notes: readonly string[];
}

export type PermitCommand =
  | {
      readonly type: 'Submit';
      readonly region: string;
      readonly department?: string;
      readonly code: string;
      readonly fee: Money;
      readonly dueAt: Instant | null;
    }
  | { readonly type: 'AddNote'; readonly text: string }
  | { readonly type: 'GiveNumber'; readonly number: number }
  | { readonly type: 'Close' }
  | { readonly type: 'EraseOwner' }
  | { readonly type: 'Lapse'; readonly at: Instant };

export type PermitEvent =
  | (Omit<Extract<PermitCommand, { type: 'Submit' }>, 'type'> & {
      readonly type: 'PermitSubmitted';
    })
  | { readonly type: 'NoteAdded'; readonly text: string }
  | { readonly type: 'NumberGiven'; readonly number: number }
  | { readonly type: 'PermitClosed' }
  | { readonly type: 'OwnerErased' }
  | { readonly type: 'PermitLapsed' };

export interface PermitRejection {
  readonly code: 'NotPermittedInStatus';
  readonly status: string;
}

const initial: PermitState = {
  status: 'ABSENT',
  region: '',
  code: '',
  number: null,
  fee: { yuan: '0.00' },
  dueAt: null,
  notes: [],
};

export const permitLifecycle: Decider<PermitState, PermitCommand, PermitEvent, PermitRejection> = {
  initial,
  decide: (command, { status }) => {
    const needed = command.type === 'Submit' ? 'ABSENT' : 'OPEN';
    if (status !== needed) return reject({ code: 'NotPermittedInStatus', status });
    switch (command.type) {
      case 'Submit':
        return accept({ ...command, type: 'PermitSubmitted' });
      case 'AddNote':
        return accept({ type: 'NoteAdded', text: command.text });
      case 'GiveNumber':
        return accept({ type: 'NumberGiven', number: command.number });
      case 'Close':
        return accept({ type: 'PermitClosed' });
      case 'EraseOwner':
        return accept({ type: 'OwnerErased' });
      case 'Lapse':
        return accept({ type: 'PermitLapsed' });
    }
  },
  evolve: (state, event) => {
    switch (event.type) {
      case 'PermitSubmitted': {
        const { region, department, code, fee, dueAt } = event;
        const belonging = department === undefined ? { region } : { region, department };
        return { ...state, ...belonging, code, fee, dueAt, status: 'OPEN' };
      }
      case 'NoteAdded':
        return { ...state, notes: [...state.notes, event.text] };
      case 'NumberGiven':
        return { ...state, number: event.number };
      case 'PermitClosed':
        return { ...state, status: 'CLOSED' };
      case 'PermitLapsed':
        return { ...state, status: 'LAPSED' };
      case 'OwnerErased':
        return state;
    }
  },
};

const contract = (happened: string): EventContract<PermitFact> =>
  defineEvent({
    service: 'permits',
    aggregate: 'permit',
    happened,
    version: 1,
    schema: z.object({ status: z.string(), notes: z.array(z.string()) }),
    description: { en: 'A permit changed.', zh: '许可变更' },
  });

interface PermitFact {
  readonly status: string;
  readonly notes: readonly string[];
}

export const permitSubmitted = contract('submitted');
export const permitNoted = contract('noted');
export const permitEnded = contract('ended');

const CONTRACTS: Partial<Record<PermitEvent['type'], EventContract<PermitFact>>> = {
  PermitSubmitted: permitSubmitted,
  NoteAdded: permitNoted,
  PermitClosed: permitEnded,
  PermitLapsed: permitEnded,
};

export const permitType: AggregateType<PermitState, PermitCommand, PermitEvent, PermitRejection> = {
  kind: 'permit',
  collection: 'permits',
  decider: permitLifecycle,
  stateVersion: 1,
  belonging: ({ region, department }) => ({
    region,
    ...(department !== undefined && { department }),
  }),
  timers: ({ status, dueAt }): readonly Timer[] =>
    status === 'OPEN' && dueAt !== null ? [{ kind: 'lapse', at: dueAt }] : [],
  elapse: ({ at }) => ({ type: 'Lapse', at }),
  publish: ({ event }, { status, notes }) => {
    const found = CONTRACTS[event.type];
    return found && fact(found, { status, notes });
  },
  indexes: [
    { fields: { 'state.code': 1 }, unique: true, fact: 'permitCode' },
    // Numbers start when they are given: before, the field is null and must not be taken for one.
    { fields: { 'state.region': 1, 'state.status': 1, 'state.fee.yuan': -1, _id: -1 } },
    { fields: { 'state.status': 1, 'state.dueAt': 1, _id: 1 } },
    { fields: { region: 1, _id: 1 } },
    { fields: { 'personal.index.phone': 1 }, sparse: true },
  ],
  queries: {
    byCode: { equality: ['state.code'], sort: {} },
    byPhone: { equality: ['personal.index.phone'], sort: {} },
    dearest: {
      equality: ['state.region', 'state.status'],
      sort: { 'state.fee.yuan': -1, _id: -1 },
      range: ['state.fee.yuan'],
    },
    due: {
      equality: ['state.status'],
      anyOf: { 'state.status': 3 },
      sort: { 'state.dueAt': 1, _id: 1 },
      range: ['state.dueAt'],
    },
    ofRegion: { equality: ['region'], sort: { _id: 1 } },
  },
};
