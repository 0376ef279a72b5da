import type { PersonalDataVault, SealedPersonalData } from '@onewindow/persistence';
import type { ApplicantKind } from '../case/domain/case.ts';
import type { NoticeFacts } from './domain/notice.ts';

/** Who gets a notice, sealed for it. Both null where his data was erased: then there is nobody to tell. */
interface Addressed {
  readonly addressee: NoticeFacts['addressee'];
  readonly personal: SealedPersonalData | null;
}

/** What is needed to reach somebody, and nothing else of what the case knows of him. */
const NEEDED = ['identity', 'name', 'phone', 'address'] as const;

/** The applicant of a case as addressee of the notice `id`. That his data was read for it is written down. */
export async function addressed(
  vault: Pick<PersonalDataVault, 'open' | 'seal'>,
  of: { readonly id: string; readonly personal?: SealedPersonalData },
  { id, kind }: { readonly id: string; readonly kind: ApplicantKind },
): Promise<Addressed> {
  const reason = { viewer: 'cases', purpose: 'cases.notice' };
  const [opened] = await vault.open('case', [of], reason);
  return opened ? sealedFor(vault, opened, { id, kind }) : { addressee: null, personal: null };
}

/** An addressee by what is known of him: name, telephone, and his number where he has given it. */
export function sealedFor(
  vault: Pick<PersonalDataVault, 'seal'>,
  known: Readonly<Record<string, string>>,
  { id, kind }: { readonly id: string; readonly kind: ApplicantKind },
): Addressed {
  const fields = Object.fromEntries(
    NEEDED.flatMap((name) => (known[name] === undefined ? [] : [[name, known[name]]])),
  );
  const indexed = 'identity' in fields ? ['identity'] : [];
  const { personal, digest } = vault.seal({ kind: 'notice', id, fields, indexed });
  return { addressee: { kind, digest }, personal };
}
