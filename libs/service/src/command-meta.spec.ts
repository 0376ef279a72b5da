import { instant } from '@onewindow/kernel';
import { commandMeta } from './command-meta.ts';

const caller = {
  viewer: { id: 'staff:1', kind: 'STAFF' as const, scopes: new Set<never>() },
  at: instant('2026-09-18T09:30:00+08:00'),
  traceparent: '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01',
};

it('keeps the identity of a command apart from the arguments that a repeat is compared by', () => {
  const input = { caseId: 'c1', commandId: 'k1', expectedVersion: 4 };
  expect(commandMeta(caller, 'acceptCase', input)).toEqual({
    ...{ actor: 'staff:1', at: caller.at, traceparent: caller.traceparent },
    ...{ mutation: 'acceptCase', args: { caseId: 'c1' }, commandId: 'k1', expectedVersion: 4 },
  });
});

it.each([{}, { commandId: null, expectedVersion: null }])(
  'remembers nothing and compares no version where neither is given (%j)',
  (input) => {
    const meta = commandMeta(caller, 'acceptCase', input);
    expect(meta).not.toHaveProperty('commandId');
    expect(meta).not.toHaveProperty('expectedVersion');
  },
);
