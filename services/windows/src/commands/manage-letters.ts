import type { Instant } from '@onewindow/kernel';
import { idFromCode } from '@onewindow/persistence';
import { commandMeta, type Caller, type NotKnown } from '@onewindow/service';
import type { Power } from '../domain/authorization-letter.ts';
import { isHiddenFrom, type ItemReplica } from '../persistence/item-replica.ts';
import type { Journals } from '../persistence/create-journals.ts';
import { seesPlace } from '../queries/sight.ts';
import { centreOf } from './centre-of.ts';
import { notAuthorized, notFound } from './refused.ts';

export interface GrantAuthorization {
  readonly commandId?: string | null | undefined;
  readonly documentNumber: string;
  readonly delegateId: string;
  readonly itemIds: readonly string[];
  readonly powers: readonly Power[];
  readonly validFrom?: Instant | null | undefined;
  readonly validUntil?: Instant | null | undefined;
}

/** The letter is the delegate's home department's; its items are looked up in this service's replica. */
export async function grantAuthorization(
  {
    journals,
    items,
    notKnown,
  }: {
    readonly journals: Journals;
    readonly items: ItemReplica;
    readonly notKnown: (id: string) => NotKnown;
  },
  input: GrantAuthorization,
  caller: Caller,
) {
  const delegate = await journals.staff.find(input.delegateId, caller.at);
  if (delegate === null || delegate.state.status === 'ABSENT') return notFound(input.delegateId);
  const { homeDepartment, posting, region } = delegate.state;
  if (posting.status !== 'NOT_POSTED' && posting.centre !== caller.viewer.centre)
    return notAuthorized(caller, 'PostedElsewhere');

  const rows = await items.findMany(input.itemIds);
  const unknown = input.itemIds.find((_, index) => {
    const row = rows[index];
    return !row || isHiddenFrom(homeDepartment, row);
  });
  if (unknown !== undefined) return { ok: false, rejection: notKnown(unknown) } as const;
  const foreignItems = input.itemIds.filter(
    (_, index) => rows[index]?.department !== homeDepartment,
  );

  const id = idFromCode('authorization-letter', input.documentNumber);
  return journals.letters.create({
    id,
    command: {
      type: 'GrantAuthorization',
      id,
      region,
      documentNumber: input.documentNumber,
      department: homeDepartment,
      delegate: input.delegateId,
      items: [...new Set(input.itemIds)],
      powers: [...new Set(input.powers)],
      validFrom: input.validFrom ?? caller.at,
      validUntil: input.validUntil ?? null,
      foreignItems,
      delegateHomeDepartment: homeDepartment,
      delegateOnPost: posting.status !== 'NOT_POSTED',
    },
    meta: commandMeta(caller, 'grantAuthorization', input),
  });
}

export interface RevokeAuthorization {
  readonly commandId?: string | null | undefined;
  readonly expectedVersion?: number | null | undefined;
  readonly letterId: string;
  readonly reason: string;
}

/** Revoked by the centre that the letter's department has entered; who does not see the letter finds none. */
export async function revokeAuthorization(
  journals: Journals,
  input: RevokeAuthorization,
  caller: Caller,
) {
  const letter = await journals.letters.find(input.letterId, caller.at);
  if (letter === null || letter.state.status === 'ABSENT') return notFound(input.letterId);
  const centre = await centreOf(journals, letter.state.department, caller);
  const isSeen = await seesPlace(caller.viewer, letter.state, () => Promise.resolve(centre));
  if (!isSeen) return notFound(input.letterId);
  if (centre === null || centre !== caller.viewer.centre) {
    return notAuthorized(caller, 'DepartmentOfAnotherCentre');
  }
  return journals.letters.handle({
    id: input.letterId,
    command: { type: 'RevokeAuthorization', reason: input.reason },
    meta: commandMeta(caller, 'revokeAuthorization', input),
  });
}
