import { aCase, commands, lifecycle, play } from '../../test/a-case.ts';
import { availableCommands } from './available-commands.ts';
import { PERMITTED } from './permitted.ts';
import type { CaseStatus } from './case.ts';

const filed = Object.keys(PERMITTED).filter((status) => status !== 'ABSENT') as CaseStatus[];
const states = [...filed.map(aCase), play([commands.SuspendCase], aCase('IN_PROCESS'))];

describe('available commands', () => {
  it.each(states)('of a case that is $status are those that are accepted', (state) => {
    const accepted = Object.values(commands)
      .filter((command) => lifecycle.decide(command, state).accepted)
      .map(({ type }) => type);
    expect([...availableCommands(state)].sort()).toEqual(accepted.sort());
  });
});
