import { isKnownStaff, type Viewer } from '@onewindow/identity';
import type { Caller } from '@onewindow/service';
import { availableCommands } from '../../domain/available-commands.ts';
import type { PersonsCommand } from '../../domain/case-commands.ts';
import type { ExclusionFact } from '../../domain/facts.ts';
import { isWithdrawnAtWindow } from '../../domain/filing.ts';
import type { CaseView } from '../../queries/case-view.ts';
import { isApplicant } from '../../queries/visible-cases.ts';
import type { CaseAction } from '../types.generated.ts';

type OnCase = Exclude<PersonsCommand['type'], 'SubmitCase'>;

const ACTIONS: Readonly<Record<OnCase, CaseAction>> = {
  RequestSupplement: 'REQUEST_SUPPLEMENT',
  SubmitSupplement: 'SUBMIT_SUPPLEMENT',
  AcceptCase: 'ACCEPT',
  ReturnCase: 'RETURN',
  DispatchCase: 'DISPATCH',
  SuspendCase: 'SUSPEND',
  ResumeCase: 'RESUME',
  DecideCase: 'DECIDE',
  IssueCertificate: 'ISSUE_CERTIFICATE',
  CompleteCase: 'COMPLETE',
  WithdrawCase: 'WITHDRAW',
};
/** The applicant's own; everything else is the hall's. */
const APPLICANTS: readonly OnCase[] = ['SubmitSupplement', 'WithdrawCase'];

/** What the case allows, as far as this viewer does such things. Post, letter and seal are asked when he does. */
export function availableActions(
  { viewer, at }: Pick<Caller, 'viewer' | 'at'>,
  view: CaseView,
  excluded: ExclusionFact | undefined,
): readonly CaseAction[] {
  if (!isApplicant(viewer, view) && excluded !== undefined && at < excluded.until) return [];
  return availableCommands(view)
    .filter((command): command is OnCase => command !== 'SubmitCase')
    .filter((command) => does(viewer, view, command))
    .map((command) => ACTIONS[command]);
}

function does(viewer: Viewer, view: CaseView, command: OnCase): boolean {
  if (isApplicant(viewer, view)) return APPLICANTS.includes(command);
  if (!isKnownStaff(viewer) || viewer.department !== view.department) return false;
  if (command === 'WithdrawCase' && !isWithdrawnAtWindow(view)) return false;
  return viewer.scopes.has(command === 'DecideCase' ? 'cases:decide' : 'cases:handle');
}
