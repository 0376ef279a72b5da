import { personOf } from '@onewindow/identity';
import type { Caller, Repeatable } from '@onewindow/service';
import type {
  AnswerQuestions,
  PersonsComplaintCommand,
  ReopenComplaint,
} from '../domain/complaint-commands.ts';
import type { ComplaintEvent } from '../domain/complaint-events.ts';
import type { ComplaintState, ComplaintVerdict } from '../domain/complaint.ts';
import type { Supervising } from '../domain/impartiality.ts';
import { toComplaintView, type ComplaintView } from '../queries/views.ts';
import { isAsked, isComplainant, maySeeComplaint, supervises } from '../queries/visible.ts';
import { concernedIn } from '../replicas/known-facts.ts';
import type { ComplaintDeps } from './complaint-deps.ts';
import { complainantActor, fileComplaint, type FileComplaintInput } from './file-complaint.ts';
import { handleVisible, type Handled } from './handle-visible.ts';
import { ofKnownStaff } from './of-known-staff.ts';
import { unknownReference } from './unknown-reference.ts';

interface OnComplaint extends Repeatable {
  readonly complaintId: string;
}
type Answer = Promise<Handled<ComplaintState, ComplaintEvent>>;
type Given<Input> = (caller: Caller, input: Input) => Answer;

export interface ComplaintCommands {
  readonly fileComplaint: Given<FileComplaintInput>;
  readonly acceptComplaint: Given<OnComplaint>;
  readonly transferComplaint: Given<OnComplaint & { readonly departmentId: string }>;
  readonly assignInvestigator: Given<OnComplaint & { readonly investigatorId: string }>;
  readonly handleComplaint: Given<
    OnComplaint & { readonly verdict: ComplaintVerdict; readonly result: string }
  >;
  readonly putQuestions: Given<OnComplaint & { readonly text: string }>;
  readonly answerQuestions: Given<OnComplaint & { readonly text: string }>;
  readonly replyToComplaint: Given<OnComplaint & { readonly text: string }>;
  readonly closeComplaint: Given<OnComplaint>;
  readonly reopenComplaint: Given<OnComplaint>;
}

type By = Supervising & Pick<Caller, 'at'>;

/** What a complainant and the supervisors of his centre do with a complaint. */
export function createComplaintCommands(deps: ComplaintDeps): ComplaintCommands {
  const { complaints, facts, vault, calendarOf } = deps;
  const kind = {
    journal: complaints,
    toView: toComplaintView,
    maySee: (viewer: Caller['viewer'], view: ComplaintView) => maySeeComplaint(viewer, view, vault),
  };
  const supervising = async ({ viewer }: Caller, view: ComplaintView): Promise<Supervising> => ({
    by: personOf(viewer).id,
    concerned: await concernedIn(facts, view.case),
  });
  const bySupervisor = <Input extends OnComplaint>(
    mutation: string,
    make: (input: Input, by: By) => PersonsComplaintCommand,
  ): Given<Input> =>
    ofKnownStaff((caller, input) =>
      handleVisible(kind, caller, {
        ...{ mutation, id: input.complaintId, input },
        mayCommand: (viewer, { centre }) => supervises(viewer, centre),
        because: 'NotSupervisor',
        command: async (view) =>
          make(input, { at: caller.at, ...(await supervising(caller, view)) }),
      }),
    );
  const transfer = bySupervisor<OnComplaint & { readonly departmentId: string }>(
    'transferComplaint',
    ({ departmentId: department }, by) => ({ type: 'TransferComplaint', ...by, department }),
  );
  const assign = bySupervisor<OnComplaint & { readonly investigatorId: string }>(
    'assignInvestigator',
    ({ investigatorId: investigator }, by) => ({
      ...{ type: 'AssignInvestigator', ...by, investigator },
    }),
  );
  return {
    fileComplaint: (caller, input) => fileComplaint(deps, caller, input),
    acceptComplaint: bySupervisor('acceptComplaint', (_, by) => ({
      ...{ type: 'AcceptComplaint', ...by },
    })),
    transferComplaint: ofKnownStaff(async (caller, input) =>
      (await facts.isDepartment(input.departmentId))
        ? transfer(caller, input)
        : unknownReference(deps, 'departmentId', input.departmentId),
    ),
    assignInvestigator: ofKnownStaff(async (caller, input) =>
      (await facts.staffMember(input.investigatorId))
        ? assign(caller, input)
        : unknownReference(deps, 'investigatorId', input.investigatorId),
    ),
    handleComplaint: bySupervisor('handleComplaint', ({ verdict, result }, by) => ({
      ...{ type: 'HandleComplaint', ...by, verdict, result },
    })),
    putQuestions: bySupervisor('putQuestions', ({ text }, by) => ({
      ...{ type: 'PutQuestions', ...by, text },
    })),
    answerQuestions: ofKnownStaff((caller, input) =>
      handleVisible(kind, caller, {
        ...{ mutation: 'answerQuestions', id: input.complaintId, input },
        mayCommand: isAsked,
        because: 'NotAsked',
        command: (): AnswerQuestions => ({
          ...{ type: 'AnswerQuestions', at: caller.at },
          ...{ by: personOf(caller.viewer).id, text: input.text },
        }),
      }),
    ),
    replyToComplaint: bySupervisor('replyToComplaint', ({ text }, by) => ({
      ...{ type: 'ReplyToComplaint', ...by, text },
    })),
    closeComplaint: bySupervisor('closeComplaint', (_, by) => ({
      ...{ type: 'CloseComplaint', ...by },
    })),
    reopenComplaint: (caller, input) =>
      handleVisible(kind, caller, {
        ...{ mutation: 'reopenComplaint', id: input.complaintId, input },
        actor: complainantActor(caller.viewer),
        mayCommand: (viewer, view) =>
          isComplainant(viewer, view, vault) || supervises(viewer, view.centre),
        because: 'NotComplainant',
        command: async (view): Promise<ReopenComplaint> => ({
          type: 'ReopenComplaint',
          at: caller.at,
          calendar: calendarOf(view.region),
          supervisor: isComplainant(caller.viewer, view, vault)
            ? null
            : await supervising(caller, view),
        }),
      }),
  };
}
