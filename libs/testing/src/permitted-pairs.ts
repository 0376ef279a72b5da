import { expectEqual } from './expect-equal.ts';

/** An example state of every status: one that is missing does not compile. */
export type StateOfEach<State extends { readonly status: string }> = {
  readonly [Status in State['status']]: State & { readonly status: Status };
};

/** An example command of every type: one that is missing does not compile. */
export type CommandOfEach<Command extends { readonly type: string }> = {
  readonly [Type in Command['type']]: Command & { readonly type: Type };
};

export interface PermittedPair<State, Command> {
  readonly state: State;
  readonly command: Command;
}

/**
 * Every status with every command, for the spec that ties a table of permitted commands to `decide`:
 *
 *     it.each(permittedPairs<CaseState, CaseCommand>(states, commands))(
 *       '$state.status × $command.type agrees with PERMITTED', ({ state, command }) => …);
 */
export function permittedPairs<
  State extends { readonly status: string },
  Command extends { readonly type: string },
>(
  states: StateOfEach<State>,
  commands: CommandOfEach<Command>,
): readonly PermittedPair<State, Command>[] {
  const allStates = Object.entries<State>(states);
  const allCommands = Object.entries<Command>(commands);
  // The types hold only for examples that were not cast; a wrong one would leave a status untested.
  for (const [key, { status }] of allStates) expectEqual(status, key, `the state under ${key}`);
  for (const [key, { type }] of allCommands) expectEqual(type, key, `the command under ${key}`);
  return allStates.flatMap(([, state]) => allCommands.map(([, command]) => ({ state, command })));
}
