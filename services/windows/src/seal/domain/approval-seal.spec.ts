import {
  given,
  permittedPairs,
  stateAfter,
  type CommandOfEach,
  type StateOfEach,
} from '@onewindow/testing';
import { approvalSeal, type SealCommand, type SealEvent, type SealState } from './approval-seal.ts';

const facts = {
  id: 'seal-1',
  code: 'Z-01',
  department: 'department-1',
  region: 'region-1',
} as const;
const registered: SealEvent = { type: 'SealRegistered', ...facts };
const given1: SealEvent = { type: 'CustodyTransferred', custodian: 'staff-1' };
const destroyed: SealEvent = { type: 'SealDestroyed', reason: '更换' };
const after = (...events: SealEvent[]) => events.reduce(approvalSeal.evolve, approvalSeal.initial);

const states: StateOfEach<SealState> = {
  ABSENT: stateAfter(approvalSeal, 'ABSENT', []),
  REGISTERED: stateAfter(approvalSeal, 'REGISTERED', [registered]),
  IN_CUSTODY: stateAfter(approvalSeal, 'IN_CUSTODY', [registered, given1]),
  DESTROYED: stateAfter(approvalSeal, 'DESTROYED', [registered, given1, destroyed]),
};
const commands: CommandOfEach<SealCommand> = {
  RegisterSeal: { type: 'RegisterSeal', ...facts },
  TransferCustody: { type: 'TransferCustody', custodian: 'staff-2', custodianIsChief: true },
  DestroySeal: { type: 'DestroySeal', reason: '更换' },
};

/** Who may do what when, written down here once more: the table in the program is held against it, and not against itself. */
const LAW: Readonly<Record<SealState['status'], readonly SealCommand['type'][]>> = {
  ABSENT: ['RegisterSeal'],
  REGISTERED: ['TransferCustody', 'DestroySeal'],
  IN_CUSTODY: ['TransferCustody', 'DestroySeal'],
  DESTROYED: [],
};

describe('approval seal', () => {
  it.each(permittedPairs(states, commands))(
    '$state.status × $command.type is what the law permits, and no more',
    ({ state, command }) => {
      const permitted: readonly string[] = LAW[state.status];
      expect(approvalSeal.decide(command, state).accepted).toBe(permitted.includes(command.type));
    },
  );

  it('is handed only to an active chief representative of its department (002:104)', () => {
    given(approvalSeal, registered)
      .when({ ...commands.TransferCustody, custodianIsChief: false })
      .refuses({ code: 'NotChiefRepresentative' });
  });

  it('has one custodian: the new one', () => {
    expect(
      after(registered, given1, { type: 'CustodyTransferred', custodian: 'staff-2' }),
    ).toMatchObject({
      status: 'IN_CUSTODY',
      custodian: 'staff-2',
    });
  });
});
