import type { Viewer } from '@onewindow/identity';
import type { Applicant } from '../graphql/types.generated.ts';
import type { CaseView } from './case.kind.ts';
import { isApplicant } from './sight.ts';

/** The applicant himself, and staff who see the case and may read personal data (个人信息保护法 28). */
export function maySeeApplicant(viewer: Viewer, view: CaseView): boolean {
  return (
    isApplicant(viewer, view) || (viewer.kind === 'STAFF' && viewer.scopes.has('personal:read'))
  );
}

/** The opened fields as the graph names them. */
export function applicantOf(
  { applicant: { kind } }: CaseView,
  personal: Readonly<Record<string, string>>,
): Applicant {
  const { name = '', phone = '', identity = null, address = null } = personal;
  const number = kind === 'NATURAL' ? { idNumber: identity } : { creditCode: identity };
  return { kind, name, phone, address, ...number };
}
