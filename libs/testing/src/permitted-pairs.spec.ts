import { parcel, PERMITTED, type ParcelCommand, type ParcelState } from '../test/parcel.ts';
import { permittedPairs, type CommandOfEach, type StateOfEach } from './permitted-pairs.ts';

const states: StateOfEach<ParcelState> = {
  ABSENT: { status: 'ABSENT' },
  SENT: { status: 'SENT', weight: 1 },
  DELIVERED: { status: 'DELIVERED' },
};
const commands: CommandOfEach<ParcelCommand> = {
  Send: { type: 'Send', weight: 1 },
  Deliver: { type: 'Deliver' },
};
const pairs = permittedPairs<ParcelState, ParcelCommand>(states, commands);

it('every status meets every command', () => {
  expect(pairs.map(({ state, command }) => `${state.status} ${command.type}`)).toEqual([
    'ABSENT Send',
    'ABSENT Deliver',
    'SENT Send',
    'SENT Deliver',
    'DELIVERED Send',
    'DELIVERED Deliver',
  ]);
});

it.each(pairs)('$state.status × $command.type agrees with PERMITTED', ({ state, command }) => {
  expect(parcel.decide(command, state).accepted).toBe(
    PERMITTED[state.status].includes(command.type),
  );
});

it('a missing status or command does not compile', () => {
  const { ABSENT, DELIVERED } = states;
  // @ts-expect-error -- SENT is missing
  expect(permittedPairs<ParcelState, ParcelCommand>({ ABSENT, DELIVERED }, commands)).toHaveLength(
    4,
  );
  const { Deliver } = commands;
  // @ts-expect-error -- Send is missing
  expect(permittedPairs<ParcelState, ParcelCommand>(states, { Deliver })).toHaveLength(3);
});

it('an example under the wrong name fails', () => {
  const wrong = { ...states, SENT: states.DELIVERED } as unknown as StateOfEach<ParcelState>;
  expect(() => permittedPairs<ParcelState, ParcelCommand>(wrong, commands)).toThrow(
    'the state under SENT\nexpected "SENT"\nactual "DELIVERED"',
  );
  const other = { ...commands, Send: commands.Deliver } as unknown as CommandOfEach<ParcelCommand>;
  expect(() => permittedPairs<ParcelState, ParcelCommand>(states, other)).toThrow(
    'the command under Send',
  );
});
