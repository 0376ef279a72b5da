import { accept, reject } from '@onewindow/kernel';
import { parcel, type ParcelDecider, type ParcelEvent } from '../test/parcel.ts';
import { given } from './given.ts';

const sent: ParcelEvent = { type: 'Sent', weight: 3 };

describe('an example that holds', () => {
  it('passes, with and without a history', () => {
    given(parcel).when({ type: 'Send', weight: 3 }).then(sent);
    given(parcel, sent).when({ type: 'Deliver' }).then({ type: 'Delivered' }, { type: 'Thanked' });
  });

  it('passes when no fact follows', () => {
    given(parcel, sent, { type: 'Delivered' }).when({ type: 'Deliver' }).then();
  });

  it('passes when the refusal is the expected one', () => {
    given(parcel).when({ type: 'Deliver' }).refuses({ code: 'NotPermitted', status: 'ABSENT' });
  });
});

describe('an example that does not hold fails', () => {
  const deliver = given(parcel, sent).when({ type: 'Deliver' });
  const refused = given(parcel).when({ type: 'Deliver' });

  it('when other facts follow, more, fewer or in another order', () => {
    expect(() => {
      deliver.then({ type: 'Delivered' });
    }).toThrow('decided otherwise');
    expect(() => {
      deliver.then();
    }).toThrow('decided otherwise');
    expect(() => {
      deliver.then({ type: 'Thanked' }, { type: 'Delivered' });
    }).toThrow('decided otherwise');
  });

  it('when it is refused, or refused otherwise', () => {
    expect(() => {
      refused.then();
    }).toThrow('decided otherwise');
    expect(() => {
      refused.refuses({ code: 'NotPermitted', status: 'SENT' });
    }).toThrow('decided otherwise');
  });

  it('when it is accepted though a refusal is expected', () => {
    expect(() => {
      deliver.refuses({ code: 'NotPermitted', status: 'SENT' });
    }).toThrow('decided otherwise');
  });

  it('and tells history, command, expected and actual as JSON', () => {
    const failure = messageOf(() => {
      given(parcel, sent).when({ type: 'Send', weight: 9 }).then({ type: 'Sent', weight: 9 });
    });
    expect(
      failure
        .split('\n')
        .map((line) => line.trim())
        .join(' '),
    ).toBe(
      [
        'given [ { "type": "Sent", "weight": 3 } ]',
        'when { "type": "Send", "weight": 9 }',
        'decided otherwise',
        'expected { "accepted": true, "events": [ { "type": "Sent", "weight": 9 } ] }',
        'actual { "accepted": false, "rejection": { "code": "NotPermitted", "status": "SENT" } }',
      ].join(' '),
    );
  });
});

describe('a decider that breaks its contract fails', () => {
  it('when it answers another time otherwise', () => {
    let asked = 0;
    const moody: ParcelDecider = {
      ...parcel,
      decide: () => accept({ type: 'Sent', weight: (asked += 1) }),
    };
    expect(() => given(moody).when({ type: 'Deliver' })).toThrow('the answer was another');
  });

  it('when deciding changes the state', () => {
    const state = { status: 'SENT' as const, weight: 1 };
    const rude: ParcelDecider = {
      ...parcel,
      initial: state,
      decide: () => {
        state.weight = 2;
        return reject({ code: 'NotPermitted', status: 'SENT' });
      },
    };
    expect(() => given(rude).when({ type: 'Deliver' })).toThrow('changed what it was given');
  });

  it('when its own facts cannot be evolved', () => {
    const lost: ParcelDecider = {
      ...parcel,
      evolve: () => {
        throw new Error('no such event');
      },
    };
    expect(() => given(lost).when({ type: 'Send', weight: 1 })).toThrow('no such event');
  });
});

it('a command may carry functions, as a calendar does', () => {
  const calendar = { version: '1', day: () => true };
  given(parcel)
    .when({ type: 'Send', weight: 3, ...{ calendar } })
    .then(sent);
});

function messageOf(fails: () => void): string {
  try {
    fails();
  } catch (failure) {
    return (failure as Error).message;
  }
  throw new Error('It did not fail');
}
