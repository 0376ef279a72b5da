import { caseCommands } from './case.commands.ts';
import { priorityCommands } from './priority.commands.ts';
import { requestCommands } from './request.commands.ts';
import { stepCommands } from './step.commands.ts';

/** Whatever is done with a case, of which some is offered. */
export const allCaseCommands = {
  ...caseCommands,
  rows: {
    ...caseCommands.rows,
    ...stepCommands.rows,
    ...requestCommands.rows,
    ...priorityCommands.rows,
  },
};
