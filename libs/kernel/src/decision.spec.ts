import { accept, assertNever, reject, type Decider, type Decision } from './decision.ts';

interface Opened {
  readonly type: 'Opened';
}
interface Refusal {
  readonly code: 'AlreadyOpen';
}
const door: Decider<boolean, 'open', Opened, Refusal> = {
  initial: false,
  decide: (_command, open) => (open ? reject({ code: 'AlreadyOpen' }) : accept({ type: 'Opened' })),
  evolve: () => true,
};

describe('a decision', () => {
  it('is the facts that follow', () => {
    expect(door.decide('open', door.initial)).toEqual({
      accepted: true,
      events: [{ type: 'Opened' }],
    });
  });

  it('or the reason why none do', () => {
    const opened = door.evolve(door.initial, { type: 'Opened' });
    expect(door.decide('open', opened)).toEqual({
      accepted: false,
      rejection: { code: 'AlreadyOpen' },
    });
  });

  it('may accept without any fact, or with several in order', () => {
    const none: Decision<Opened, Refusal> = accept();
    expect(none).toEqual({ accepted: true, events: [] });
    expect(accept(1, 2, 3).events).toEqual([1, 2, 3]);
  });

  it('is plain JSON', () => {
    for (const decision of [accept({ type: 'Opened' }), reject({ code: 'AlreadyOpen' })]) {
      expect(JSON.parse(JSON.stringify(decision))).toStrictEqual(decision);
    }
  });
});

describe('a union that is not handled to the end', () => {
  it('is named when it happens all the same', () => {
    expect(() => assertNever({ type: 'Closed' } as never)).toThrow(
      'Unreachable: {"type":"Closed"}',
    );
  });
});
