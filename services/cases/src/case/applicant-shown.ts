import type { Viewer } from '@onewindow/identity';
import type { Applicant } from '../graphql/types.generated.ts';
import type { CaseView } from './case.kind.ts';
import { isApplicant } from './sight.ts';

/** Whose task an applicant's data is: who handles or decides cases, and who supervises. */
const TASKS = ['cases:handle', 'cases:decide', 'supervision:handle'] as const;

/**
 * The applicant himself, and staff who see the case, may read personal data, and have a task with it (个人信息保护法 6,
 * 28). Running the centre or its windows is none: who does only that reads cases without who applies.
 */
export function maySeeApplicant(viewer: Viewer, view: Pick<CaseView, 'personal'>): boolean {
  const { kind, scopes } = viewer;
  const hasTask = TASKS.some((scope) => scopes.has(scope));
  return isApplicant(viewer, view) || (kind === 'STAFF' && hasTask && scopes.has('personal:read'));
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
