import {
  given,
  permittedPairs,
  stateAfter,
  type CommandOfEach,
  type StateOfEach,
} from '@onewindow/testing';
import {
  department,
  type DepartmentCommand,
  type DepartmentEvent,
  type DepartmentState,
} from './department.ts';

const facts = {
  id: 'department-1',
  name: '区人社局',
  codes: ['A', 'A_1'],
  region: 'region-1',
} as const;
const registered: DepartmentEvent = { type: 'DepartmentRegistered', ...facts };
const entered: DepartmentEvent = { type: 'DepartmentEntered', centre: 'centre-1' };

const states: StateOfEach<DepartmentState> = {
  ABSENT: stateAfter(department, 'ABSENT', []),
  LISTED: stateAfter(department, 'LISTED', [registered]),
  ENTERED: stateAfter(department, 'ENTERED', [registered, entered]),
};
const commands: CommandOfEach<DepartmentCommand> = {
  RegisterDepartment: { type: 'RegisterDepartment', ...facts },
  EnterDepartment: { type: 'EnterDepartment', centre: 'centre-1' },
  NameLeaderInCharge: {
    type: 'NameLeaderInCharge',
    leader: { id: 'leader-1', homeDepartment: facts.id },
  },
};

/** Who may do what when, written down here once more: the table in the program is held against it, and not against itself. */
const LAW: Readonly<Record<DepartmentState['status'], readonly DepartmentCommand['type'][]>> = {
  ABSENT: ['RegisterDepartment'],
  LISTED: ['RegisterDepartment', 'EnterDepartment', 'NameLeaderInCharge'],
  ENTERED: ['RegisterDepartment', 'NameLeaderInCharge'],
};

describe('department', () => {
  it.each(permittedPairs(states, commands))(
    '$state.status × $command.type is what the law permits, and no more',
    ({ state, command }) => {
      const permitted: readonly string[] = LAW[state.status];
      expect(department.decide(command, state).accepted).toBe(permitted.includes(command.type));
    },
  );

  it('learns a new code as an alias and keeps its id (A37)', () => {
    given(department, registered)
      .when({ ...commands.RegisterDepartment, id: 'other', codes: ['A_1', 'A_2'] })
      .then({ type: 'DepartmentCodesAdded', codes: ['A_2'] });
  });

  it('takes another name', () => {
    given(department, registered)
      .when({ ...commands.RegisterDepartment, name: '区人力资源和社会保障局' })
      .then({ type: 'DepartmentRenamed', name: '区人力资源和社会保障局' });
  });

  it('has one leader in charge, of its own people, and may have another (002:100)', () => {
    const named: DepartmentEvent = { type: 'LeaderInChargeNamed', leader: 'leader-1' };
    const name = commands.NameLeaderInCharge;
    given(department, registered).when(name).then(named);
    given(department, registered, named).when(name).then();
    const next = { id: 'leader-2', homeDepartment: facts.id };
    given(department, registered, named)
      .when({ type: 'NameLeaderInCharge', leader: next })
      .then({ type: 'LeaderInChargeNamed', leader: 'leader-2' });
    given(department, registered)
      .when({ type: 'NameLeaderInCharge', leader: { ...next, homeDepartment: 'another' } })
      .refuses({ code: 'LeaderOfAnotherDepartment' });
  });

  it('changes nothing when nothing is new', () => {
    given(department, registered).when(commands.RegisterDepartment).then();
  });
});
