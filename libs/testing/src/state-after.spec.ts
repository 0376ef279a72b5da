import type { Decider } from '@onewindow/kernel';
import { stateAfter } from './state-after.ts';

type Door = { readonly status: 'OPEN' | 'SHUT' };
const door: Decider<Door, never, 'pushed', never> = {
  initial: { status: 'SHUT' },
  decide: () => ({ accepted: true, events: ['pushed'] }),
  evolve: ({ status }) => ({ status: status === 'OPEN' ? 'SHUT' : 'OPEN' }),
};

describe('state after a history', () => {
  it('is the history folded from the initial state', () => {
    expect(stateAfter(door, 'SHUT', [])).toEqual({ status: 'SHUT' });
    expect(stateAfter(door, 'OPEN', ['pushed'])).toEqual({ status: 'OPEN' });
  });

  it('fails when the history leads elsewhere', () => {
    expect(() => stateAfter(door, 'SHUT', ['pushed'])).toThrow('the status after the history');
  });
});
