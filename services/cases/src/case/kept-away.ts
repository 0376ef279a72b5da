import { personOf } from '@onewindow/identity';
import type { RequestContext } from '../context.ts';
import { keptAway } from './domain/authority.ts';

/**
 * Whom a supervisor keeps away from the case is offered nothing of it, nor of its notices and its bills (X24): for
 * `bars`, of what one request has read. Null for an applicant, for anybody else, and for what is of no case.
 */
export async function barredFrom(
  caseId: string | null,
  { excluded, caller }: Pick<RequestContext, 'excluded' | 'caller'>,
) {
  const exclusion = caseId === null ? undefined : await excluded.load(caseId);
  return exclusion !== undefined && caller.at < exclusion.until
    ? ({ code: 'ExcludedFromCase' } as const)
    : null;
}

/**
 * The same inside the write, with who decided it and until when: for a command that carries no officer. Null for who
 * is no member of staff.
 */
export async function keptAwayFrom(
  caseId: string | null,
  { viewer, facts, caller }: Pick<RequestContext, 'viewer' | 'facts' | 'caller'>,
) {
  if (caseId === null || viewer.kind !== 'STAFF') return null;
  return keptAway(await facts.officer(personOf(viewer).id, caseId), caller.at);
}
