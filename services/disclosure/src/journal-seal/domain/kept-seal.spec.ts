import { instant } from '@onewindow/kernel';
import { given } from '@onewindow/testing';
import { keptSeal, standingOf, type KeptSealState, type ToldSeal } from './kept-seal.ts';

const at = instant('2026-11-26T02:00:05.000Z');
const told: ToldSeal = {
  previous: 'journal-seal:cases',
  root: 'root',
  size: 3,
  head: 'head',
  madeAt: instant('2026-11-26T02:00:00.000Z'),
  isSound: true,
};
const keep = (seal: ToldSeal) =>
  ({ type: 'KeepSeal', at, service: 'cases', number: 1, seal }) as const;
const kept = { type: 'SealKept', at, service: 'cases', number: 1, seal: told } as const;

describe('a seal that is kept', () => {
  it('is what was told', () => {
    given(keptSeal).when(keep(told)).then(kept);
  });

  it('is the same when it is told again, at whatever moment', () => {
    given(keptSeal, kept).when(keep(told)).then();
    given(keptSeal, kept)
      .when(keep({ ...told, madeAt: at }))
      .then();
  });

  it.each([{ head: 'another' }, { root: 'another' }, { previous: 'another' }, { size: 4 }])(
    'is never replaced: what says something else is kept beside it, once: %j',
    (change) => {
      const other = { ...told, ...change };
      const contradicted = { type: 'SealContradicted', at, seal: other } as const;
      given(keptSeal, kept).when(keep(other)).then(contradicted);
      given(keptSeal, kept, contradicted).when(keep(other)).then();
      given(keptSeal, kept, contradicted).when(keep(told)).then();
      const state = [kept, contradicted].reduce<KeptSealState>(keptSeal.evolve, keptSeal.initial);
      expect(state).toMatchObject({ status: 'CONTRADICTED', seal: told, others: [other] });
    },
  );
});

describe('how it stands', () => {
  const state = {
    status: 'KEPT',
    service: 'cases',
    number: 1,
    keptAt: at,
    seal: told,
    others: [],
  } as const;

  it('is on the seal before', () => {
    expect(standingOf(state, told.previous)).toBe('HOLDS');
    expect(standingOf(state, 'another')).toBe('BROKEN');
    expect(standingOf(state, null)).toBe('PREVIOUS_MISSING');
  });

  it('is nowhere where its own hashes are wrong, and contradicted where another was told', () => {
    const wrong = { ...told, isSound: false };
    expect(standingOf({ ...state, seal: wrong }, told.previous)).toBe('BROKEN');
    expect(standingOf({ ...state, others: [wrong] }, told.previous)).toBe('CONTRADICTED');
  });
});
