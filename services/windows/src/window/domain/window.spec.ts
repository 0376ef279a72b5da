import { dayOf } from '@onewindow/calendar';
import { instant } from '@onewindow/kernel';
import {
  given,
  permittedPairs,
  stateAfter,
  type CommandOfEach,
  type StateOfEach,
} from '@onewindow/testing';
import { window, type WindowCommand, type WindowEvent, type WindowState } from './window.ts';

const day = dayOf(instant('2026-03-02T01:00:00Z'));
const facts = {
  name: '人社窗口',
  windowType: 'PERMANENT',
  departments: ['department-1'],
  serviceDates: [],
} as const;
const place = { id: 'window-1', number: 'A01', centre: 'centre-1', region: 'region-1' } as const;
const opened: WindowEvent = { type: 'WindowOpened', ...place, ...facts };
const after = (...events: WindowEvent[]) => events.reduce(window.evolve, window.initial);

const states: StateOfEach<WindowState> = {
  ABSENT: stateAfter(window, 'ABSENT', []),
  OPEN: stateAfter(window, 'OPEN', [opened]),
  CLOSED: stateAfter(window, 'CLOSED', [opened, { type: 'WindowClosed' }]),
};
const commands: CommandOfEach<WindowCommand> = {
  OpenWindow: { type: 'OpenWindow', ...place, ...facts },
  ChangeWindow: { type: 'ChangeWindow', ...facts },
  CloseWindow: { type: 'CloseWindow' },
  ReopenWindow: { type: 'ReopenWindow' },
};

/** Who may do what when, written down here once more: the table in the program is held against it, and not against itself. */
const LAW: Readonly<Record<WindowState['status'], readonly WindowCommand['type'][]>> = {
  ABSENT: ['OpenWindow'],
  OPEN: ['ChangeWindow', 'CloseWindow'],
  CLOSED: ['ReopenWindow'],
};

describe('window', () => {
  it.each(permittedPairs(states, commands))(
    '$state.status × $command.type is what the law permits, and no more',
    ({ state, command }) => {
      const permitted: readonly string[] = LAW[state.status];
      expect(window.decide(command, state).accepted).toBe(permitted.includes(command.type));
    },
  );

  it.each([
    ['PERMANENT', ['a', 'b']],
    ['PERMANENT', []],
    ['INTEGRATED', ['a']],
    ['PERIODIC', []],
  ] as const)('refuses a %s window for the departments %j (002:164)', (windowType, departments) => {
    given(window)
      .when({ ...commands.OpenWindow, windowType, departments, serviceDates: [day] })
      .refuses({ code: 'DepartmentsDoNotFit', windowType });
  });

  it('opens an integrated window for two departments (002:164)', () => {
    const departments = ['a', 'b'];
    given(window)
      .when({ ...commands.OpenWindow, windowType: 'INTEGRATED', departments })
      .then({ ...opened, windowType: 'INTEGRATED', departments });
  });

  it('refuses a periodic window without its dates (002:164)', () => {
    given(window)
      .when({ ...commands.OpenWindow, windowType: 'PERIODIC' })
      .refuses({ code: 'ServiceDatesMissing' });
  });

  it('is open again as it was', () => {
    expect(after(opened, { type: 'WindowClosed' }, { type: 'WindowReopened' })).toEqual(
      after(opened),
    );
  });
});
