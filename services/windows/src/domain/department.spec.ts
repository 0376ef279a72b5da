import {
  given,
  permittedPairs,
  stateAfter,
  type CommandOfEach,
  type StateOfEach,
} from '@onewindow/testing';
import {
  department,
  PERMITTED,
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
};

describe('department', () => {
  it.each(permittedPairs(states, commands))(
    '$state.status × $command.type agrees with PERMITTED',
    ({ state, command }) => {
      const permitted: readonly string[] = PERMITTED[state.status];
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

  it('changes nothing when nothing is new', () => {
    given(department, registered).when(commands.RegisterDepartment).then();
  });
});
