import type { Instant } from '@onewindow/kernel';
import type { SealFact } from '../../case/domain/facts.ts';
import type { NoticeFacts, NoticeKind, NoticeSealed, Sealed } from './notice.ts';

/** Oral consultation apart, what an authority tells in a procedure bears its seal and a date (行政许可法 32, 38). */
export const needsSeal = (kind: NoticeKind): boolean => kind !== 'CONSULTATION';

/** The seal of the department as it is put on a paper: only one that somebody keeps. Null where there is none. */
export function sealedBy(seal: SealFact | null, department: string): Sealed | null {
  return seal?.status === 'IN_CUSTODY' && seal.department === department
    ? { seal: seal.id, version: seal.version }
    : null;
}

/** What seals a notice that has no seal yet, or why it can't be given to anybody. */
export function sealing(
  { kind, sealed, department }: Pick<NoticeFacts, 'kind' | 'sealed' | 'department'>,
  seal: SealFact | null,
  at: Instant,
) {
  if (sealed !== null || !needsSeal(kind))
    return { ok: true, events: [] as NoticeSealed[] } as const;
  const now = sealedBy(seal, department);
  return now === null
    ? ({ ok: false, refusal: { code: 'NoticeUnsealed' } } as const)
    : ({ ok: true, events: [{ type: 'NoticeSealed', at, sealed: now } as NoticeSealed] } as const);
}
