import type { FiledCase } from './case.ts';
import type { PersonsCommand } from './case-commands.ts';
import { PERMITTED } from './permitted.ts';
import { lasting } from './special-procedure.ts';

/** What the case allows now, whoever asks: the table, less what a special procedure holds up or needs. */
export function availableCommands(state: FiledCase): readonly PersonsCommand['type'][] {
  const permitted: readonly PersonsCommand['type'][] = PERMITTED[state.status];
  const impossible: readonly string[] = lasting(state)
    ? ['SuspendCase', 'DecideCase']
    : ['ResumeCase'];
  return permitted.filter((command) => !impossible.includes(command));
}
