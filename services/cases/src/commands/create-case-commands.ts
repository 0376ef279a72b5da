import { personOf } from '@onewindow/identity';
import type { Instant } from '@onewindow/kernel';
import type { Caller } from '@onewindow/service';
import type { CaseCommand, PersonsCommand, Report } from '../domain/case-commands.ts';
import type { Officer } from '../domain/facts.ts';
import type { CaseView } from '../queries/case-view.ts';
import { handleCase, type Handled, type OnCase } from './handle-case.ts';
import { submitCase, type SubmitCaseInput, type SubmitDeps } from './submit-case.ts';

type Of<Type extends CaseCommand['type']> = Extract<CaseCommand, { readonly type: Type }>;
/** A report as its reporter writes it: to whom it goes is not his choice. */
type Written = Omit<Report, 'superior'>;
type WithMaterials = OnCase & { readonly materials: readonly string[] };
type Given<Input> = (caller: Caller, input: Input) => Promise<Handled>;

export interface CaseCommands {
  readonly submitCase: (caller: Caller, input: SubmitCaseInput) => ReturnType<typeof submitCase>;
  readonly requestSupplement: Given<WithMaterials>;
  readonly submitSupplement: Given<WithMaterials>;
  readonly acceptCase: Given<OnCase & Pick<Of<'AcceptCase'>, 'rightsInformed'>>;
  readonly returnCase: Given<
    OnCase & Pick<Of<'ReturnCase'>, 'told'> & { readonly report: Written }
  >;
  readonly withdrawCase: Given<OnCase>;
  readonly dispatchCase: Given<OnCase & { readonly handlerId?: string | null | undefined }>;
  readonly suspendCase: Given<OnCase & Pick<Of<'SuspendCase'>, 'procedure' | 'toldDays'>>;
  readonly resumeCase: Given<OnCase>;
  readonly decideCase: Given<
    OnCase & Pick<Of<'DecideCase'>, 'outcome' | 'sealId'> & { readonly report: Written | null }
  >;
  readonly issueCertificate: Given<
    OnCase & Pick<Of<'IssueCertificate'>, 'certificateNumber' | 'inPerson'>
  >;
  readonly completeCase: Given<OnCase>;
}

/** What a command is made of, besides its input. */
interface Making<By extends Officer | null> {
  readonly at: Instant;
  readonly officer: By;
  readonly found: CaseView;
  readonly caller: Caller;
}
type Make<Input, By extends Officer | null> = (
  input: Input,
  making: Making<By>,
) => PersonsCommand | Promise<PersonsCommand>;

/** Every command of the service with the facts that it needs; what follows from them the decider says. */
export function createCaseCommands(deps: SubmitDeps): CaseCommands {
  const { facts } = deps;
  const officerOf = ({ viewer }: Caller, { id }: CaseView) =>
    facts.officer(personOf(viewer).id, id);

  const addressed = async (report: Written, { department }: CaseView): Promise<Report> => ({
    ...report,
    superior: await facts.leaderInCharge(department),
  });

  const byStaff =
    <Input extends OnCase>(mutation: string, make: Make<Input, Officer>): Given<Input> =>
    (caller, input) =>
      handleCase(deps, caller, {
        mutation,
        by: 'STAFF',
        input,
        command: async (at, found) =>
          make(input, { at, found, caller, officer: await officerOf(caller, found) }),
      });
  const byApplicantOrStaff =
    <Input extends OnCase>(mutation: string, make: Make<Input, Officer | null>): Given<Input> =>
    (caller, input) =>
      handleCase(deps, caller, {
        mutation,
        by: 'APPLICANT_OR_STAFF',
        input,
        command: async (at, found) => {
          const officer = caller.viewer.kind === 'STAFF' ? await officerOf(caller, found) : null;
          return make(input, { at, found, caller, officer });
        },
      });

  return {
    submitCase: (caller, input) => submitCase(deps, caller, input),
    requestSupplement: byStaff(
      'requestSupplement',
      async ({ materials }, { at, officer, found }) => {
        const item = await facts.item(found.itemId);
        return { type: 'RequestSupplement', at, officer, item, materials };
      },
    ),
    submitSupplement: byApplicantOrStaff('submitSupplement', ({ materials }, { at, officer }) => {
      return { type: 'SubmitSupplement', at, officer, materials };
    }),
    acceptCase: byStaff('acceptCase', async ({ rightsInformed }, { at, officer, found }) => {
      const item = await facts.item(found.itemId);
      return { type: 'AcceptCase', at, officer, item, rightsInformed };
    }),
    returnCase: byStaff('returnCase', async (input, { at, officer, found }) => {
      const { told } = input;
      const report = await addressed(input.report, found);
      return { type: 'ReturnCase', at, officer, told, report };
    }),
    withdrawCase: byApplicantOrStaff('withdrawCase', (_, { at, officer }) => {
      return { type: 'WithdrawCase', at, officer };
    }),
    dispatchCase: byStaff('dispatchCase', async ({ handlerId }, { at, officer, found }) => {
      const handler = handlerId == null ? officer : await facts.officer(handlerId, found.id);
      return { type: 'DispatchCase', at, officer, handler };
    }),
    suspendCase: byStaff('suspendCase', ({ procedure, toldDays }, { at, officer }) => {
      return { type: 'SuspendCase', at, officer, procedure, toldDays };
    }),
    resumeCase: byStaff('resumeCase', (_, { at, officer }) => {
      return { type: 'ResumeCase', at, officer };
    }),
    decideCase: byStaff('decideCase', async (input, { at, officer, caller, found }) => {
      const { outcome, sealId } = input;
      const report = input.report && (await addressed(input.report, found));
      const seal = await facts.seal(sealId);
      // Whoever approves does not supervise the same (003:39).
      const supervises = caller.viewer.scopes.has('supervision:handle');
      return { type: 'DecideCase', at, officer, outcome, seal, sealId, report, supervises };
    }),
    issueCertificate: byStaff('issueCertificate', (input, { at, officer }) => {
      const { certificateNumber, inPerson } = input;
      return { type: 'IssueCertificate', at, officer, certificateNumber, inPerson };
    }),
    completeCase: byStaff('completeCase', (_, { at, officer }) => {
      return { type: 'CompleteCase', at, officer };
    }),
  };
}
