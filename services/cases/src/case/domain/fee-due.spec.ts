import { aCase, anItem, commands, lifecycle, play } from '../../../test/a-case.ts';
import { aStandard } from '../../../test/a-fee-bill.ts';
import type { FeeTerm } from './facts.ts';
import { isFeeDue, standardsInForce } from './fee-due.ts';

const charging = (...fees: readonly FeeTerm[]) =>
  play([
    { ...commands.SubmitCase, item: anItem({ fees }) },
    { ...commands.AcceptCase, item: anItem({ fees }) },
    commands.DecideCase,
  ]);
const issue = (isFeeSettled: boolean) => ({ ...commands.IssueCertificate, isFeeSettled });

describe('handing over (A18)', () => {
  it('waits for the fee of the case', () => {
    expect(lifecycle.decide(issue(false), charging(aStandard()))).toMatchObject({
      rejection: { code: 'FeeOpen' },
    });
    expect(lifecycle.decide(issue(true), charging(aStandard()))).toMatchObject({ accepted: true });
  });

  it('waits for nothing where nothing is charged', () => {
    const free = aStandard({ policy: 'UNCLEAR', charge: '0.00' });
    for (const state of [charging(), charging(free), aCase('APPROVED')])
      expect(lifecycle.decide(issue(false), state)).toMatchObject({ accepted: true });
  });
});

describe('the standard of a case (003:41)', () => {
  const names = (fee: Partial<FeeTerm>) =>
    standardsInForce(charging(aStandard(fee))).map(({ name }) => name);

  it('is the one in force on the day of acceptance, which was Friday 18 September', () => {
    expect(names({ inForceFrom: '2026-09-18', inForceUntil: '2026-09-18' })).toEqual(['工本费']);
  });

  it('is none that begins later or has ended', () => {
    expect(names({ inForceFrom: '2026-09-19' })).toEqual([]);
    expect(names({ inForceUntil: '2026-09-17' })).toEqual([]);
  });

  it('is that of the application when the item charges more before acceptance', () => {
    const raised = anItem({ fees: [aStandard({ charge: '15.00' })], revision: 4 });
    const accepted = play([
      { ...commands.SubmitCase, item: anItem({ fees: [aStandard()] }) },
      { ...commands.AcceptCase, item: raised },
    ]);
    expect(standardsInForce(accepted)).toEqual([aStandard()]);
  });

  it('is none before acceptance', () => {
    const submitted = play([{ ...commands.SubmitCase, item: anItem({ fees: [aStandard()] }) }]);
    expect(isFeeDue(submitted)).toBe(false);
  });
});
