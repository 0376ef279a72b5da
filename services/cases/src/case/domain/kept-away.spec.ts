import { aCase, anOfficer, answer, commands, ids, later, play } from '../../../test/a-case.ts';
import type { PersonsCommand } from './case-commands.ts';
import type { CaseState } from './case.ts';

const excluded = { decidedBy: ids.superior, until: later('12-31') };
const target = anOfficer({ excluded });
const supplementing = play([commands.SubmitSupplement], aCase('SUPPLEMENT_REQUIRED'));
const suspended = play([commands.SuspendCase], aCase('IN_PROCESS'));

describe('whom a supervisor keeps away from the case does nothing with it (X24, 000:16)', () => {
  it.each<[PersonsCommand, CaseState]>([
    [commands.RequestSupplement, aCase('SUBMITTED')],
    [commands.RequestSupplement, supplementing],
    [commands.SubmitSupplement, aCase('SUPPLEMENT_REQUIRED')],
    [commands.AcceptCase, aCase('SUBMITTED')],
    [commands.ReturnCase, aCase('SUBMITTED')],
    [commands.DispatchCase, aCase('IN_PROCESS')],
    [commands.SuspendCase, aCase('IN_PROCESS')],
    [commands.ResumeCase, suspended],
    [commands.DecideCase, aCase('IN_PROCESS')],
    [commands.IssueCertificate, aCase('APPROVED')],
    [commands.CompleteCase, aCase('ISSUED')],
    [commands.WithdrawCase, aCase('ACCEPTED')],
    [commands.BeginStep, aCase('ACCEPTED')],
    [commands.EndStep, suspended],
    [commands.AskFor, aCase('ACCEPTED')],
    [commands.AnswerRequest, aCase('ACCEPTED')],
    [commands.SummonApplicant, aCase('ACCEPTED')],
  ])('%j', (command, state) => {
    expect(answer({ ...command, officer: target }, state)).toBe('ExcludedFromCase');
  });

  it('and does not get it from another', () => {
    const dispatch = { ...commands.DispatchCase, handler: target };
    expect(answer(dispatch, aCase('ACCEPTED'))).toBe('ExcludedFromCase');
  });

  it('until that ends', () => {
    const over = anOfficer({ excluded: { ...excluded, until: commands.AcceptCase.at } });
    expect(answer({ ...commands.AcceptCase, officer: over }, aCase('SUBMITTED'))).toContain(
      'CaseAccepted',
    );
  });

  it('but another takes it out of his hands', () => {
    expect(answer(commands.DispatchCase, aCase('IN_PROCESS'))).toEqual(['CaseDispatched']);
  });

  it('and the clocks run on: an exclusion is no suspension (行政许可法 45)', () => {
    const overdue = { type: 'ElapseTimer', kind: 'OVERDUE:COMMITTED', at: later('12-31') } as const;
    expect(answer(overdue, aCase('IN_PROCESS'))).toEqual(['ClockOverdue']);
  });
});
