import {
  aCase,
  aLetter,
  anOfficer,
  answer,
  aSeal,
  aStaffMember,
  clockOf,
  commands,
  eventOf,
  ids,
  later,
  lifecycle,
  play,
  report,
} from '../../../test/a-case.ts';

const inProcess = aCase('IN_PROCESS');
const decide = commands.DecideCase;
const moded = (handlingMode: 'JOINT' | 'REFERRED_UP') => ({
  ...inProcess,
  terms: { ...inProcess.terms, handlingMode },
});
const denying = { ...decide, outcome: 'REJECTED', report } as const;

describe('dispatching', () => {
  it('goes only into authorised hands (002:37)', () => {
    const accepted = aCase('ACCEPTED');
    const handler = anOfficer({ letters: [aLetter({ powers: ['ACCEPT'] })] });
    expect(lifecycle.decide({ ...commands.DispatchCase, handler }, accepted)).toEqual({
      accepted: false,
      rejection: { code: 'NotAuthorizedForItem', power: 'HANDLE' },
    });
    expect(answer(commands.DispatchCase, accepted)).toEqual(['CaseDispatched']);
  });

  it.each([
    ['NotOnPost', { staff: null }],
    ['NotAuthorizedForItem', { letters: [] }],
    ['ExcludedFromCase', { excluded: { decidedBy: ids.superior, until: later('12-01') } }],
  ])('says %s of the handler where it is another', (code, changes) => {
    const handler = anOfficer({ id: ids.superior, ...changes });
    const decision = lifecycle.decide({ ...commands.DispatchCase, handler }, aCase('ACCEPTED'));
    expect(decision).toMatchObject({ rejection: { code, because: 'OfHandler' } });
  });

  it('passes a case on from the A post to the B post (002:87)', () => {
    const id = ids.superior;
    const letters = [aLetter({ delegate: id })];
    const handler = anOfficer({ id, staff: aStaffMember({ id }), letters });
    expect(play([{ ...commands.DispatchCase, handler }], inProcess).handler).toBe(id);
  });
});

describe('deciding', () => {
  it('bears the seal that the chief representative keeps (002:104)', () => {
    const event = eventOf('CaseDecided', decide, inProcess);
    expect(event.verdict).toMatchObject({ seal: ids.seal, decidedBy: ids.officer, late: false });
    expect(event.used[0]).toEqual({ of: 'SEAL', id: ids.seal, version: 1 });
  });

  it.each([
    ['nobody knows', null],
    ['somebody else keeps', aSeal({ custodian: ids.superior })],
    ['belongs to another department', aSeal({ department: ids.region })],
    ['is registered but in nobody’s custody', aSeal({ status: 'REGISTERED' })],
    ['is destroyed', aSeal({ status: 'DESTROYED' })],
  ])('refuses a seal that %s (002:104)', (_, seal) => {
    expect(answer({ ...decide, seal }, inProcess)).toBe('SealNotInCustody');
  });

  it('refuses who is not chief representative any more, seal or not (002:108)', () => {
    const officer = anOfficer({ staff: aStaffMember({ chiefRepresentativeOf: null }) });
    expect(answer({ ...decide, officer }, inProcess)).toBe('SealNotInCustody');
  });

  describe('by letter, under the seal that the chief of his window keeps (002:37, A23)', () => {
    const chief = aStaffMember({ id: ids.superior });
    const { BeginStep, RecordUpperDecision: above } = commands;
    const written = { authority: '示例市局', opinion: '拟同意。' };
    const sent = { ...BeginStep, kind: 'REFERRAL', ...written } as const;
    const byLetter = {
      ...{ ...decide, seal: aSeal({ custodian: chief.id }), keeper: chief },
      officer: anOfficer({ staff: aStaffMember({ chiefRepresentativeOf: null }) }),
    };

    it('approves an ordinary case, and names whose custody it went by', () => {
      const { verdict, used } = eventOf('CaseDecided', byLetter, inProcess);
      expect(verdict).toMatchObject({ outcome: 'APPROVED', decidedBy: ids.officer });
      expect(used).toContainEqual({ of: 'STAFF', id: chief.id, version: chief.version });
    });

    it.each([
      ['a denial', { ...byLetter, ...({ outcome: 'REJECTED', report } as const) }, inProcess],
      ['a joint case', byLetter, moded('JOINT')],
      ['a case that goes up', byLetter, play([sent, above], moded('REFERRED_UP'))],
      ['an urgent case', byLetter, { ...inProcess, kind: 'URGENT' as const }],
      [
        'a case that had a special procedure',
        byLetter,
        play([commands.SuspendCase, commands.ResumeCase], inProcess),
      ],
    ])('leaves %s to the chief representative', (_, command, state) => {
      expect(lifecycle.decide(command, state)).toMatchObject({
        rejection: { code: 'SealNotInCustody', because: 'ChiefDecides' },
      });
      const byChief = { ...command, officer: anOfficer(), seal: aSeal() };
      expect(answer(byChief, state)).toEqual(['CaseDecided']);
    });

    it.each([
      [
        'keeps it at another window',
        aStaffMember({ id: chief.id, chiefRepresentativeOf: ids.region }),
      ],
      ['is chief no longer', aStaffMember({ id: chief.id, chiefRepresentativeOf: null })],
      ['is not the one who keeps it', aStaffMember({ id: ids.region })],
      ['is known to nobody', null],
    ])('refuses a seal whose keeper %s', (_, keeper) => {
      const decision = lifecycle.decide({ ...byLetter, keeper }, inProcess);
      expect(decision).toEqual({
        accepted: false,
        rejection: { code: 'SealNotInCustody', seal: ids.seal },
      });
    });
  });

  it('refuses who may handle but not decide', () => {
    const officer = anOfficer({ letters: [aLetter({ powers: ['ACCEPT', 'HANDLE'] })] });
    expect(answer({ ...decide, officer }, inProcess)).toBe('NotAuthorizedForItem');
  });

  it('refuses the supervisor of the same cases (003:39, A38)', () => {
    expect(answer({ ...decide, supervises: true }, inProcess)).toBe('ApproverSupervises');
  });

  it('refuses while a special procedure lasts', () => {
    const paused = play([commands.SuspendCase], inProcess);
    expect(answer(decide, paused)).toBe('CasePaused');
  });

  it('denies with written reasons and the report to the superior (000:12, 000:14)', () => {
    const found = play([denying], inProcess);
    expect(found).toMatchObject({
      status: 'REJECTED',
      denial: { reasons: '场地面积不足。', superior: ids.superior, told: null },
    });
  });

  it.each([
    ['no report', null],
    ['no situation', { ...report, situation: '' }],
    ['no reasons', { ...report, reasons: '  ' }],
    ['no article', { ...report, rule: '' }],
  ])('refuses a denial with %s', (_, written) => {
    expect(answer({ ...denying, report: written }, inProcess)).toBe('ReasonsRequired');
  });

  it.each([
    ['NoLeaderInCharge', null],
    ['SuperiorIsReporter', ids.officer],
  ])('refuses a denial: %s (000:14, A21)', (refusal, superior) => {
    expect(answer({ ...denying, report: { ...report, superior } }, inProcess)).toBe(refusal);
  });

  it('is late once the clock of the law has ended', () => {
    const at = later('10-23');
    const overdue = { type: 'ElapseTimer', kind: 'OVERDUE:DECISION', at } as const;
    const found = play([overdue, { ...decide, at }], inProcess);
    expect(found.verdict?.late).toBe(true);
    expect(clockOf(found, 'DECISION')).toMatchObject({ ended: { at, how: 'MET' } });
  });

  it('starts the clock of delivery and leaves the promise running', () => {
    const found = aCase('APPROVED');
    expect(clockOf(found, 'DELIVERY').ended).toBeNull();
    expect(clockOf(found, 'COMMITTED').ended).toBeNull();
  });
});

describe('issuing', () => {
  it('hands over at the window, counts the visit and keeps promise and delivery (002:37)', () => {
    const found = aCase('ISSUED');
    expect(found).toMatchObject({
      visits: 1,
      certificate: { number: 'JY145', window: ids.window },
    });
    expect(found.clocks.every(({ ended }) => ended?.how === 'MET')).toBe(true);
  });

  it('counts no visit of who did not come', () => {
    const sent = { ...commands.IssueCertificate, inPerson: false };
    expect(play([sent], aCase('APPROVED')).visits).toBe(0);
  });

  it('is refused without the power to issue', () => {
    const officer = anOfficer({ letters: [aLetter({ powers: ['DECIDE'] })] });
    expect(answer({ ...commands.IssueCertificate, officer }, aCase('APPROVED'))).toBe(
      'NotAuthorizedForItem',
    );
  });
});

describe('completing', () => {
  it.each(['ISSUED', 'REJECTED', 'RETURNED'] as const)('finishes what is %s', (status) => {
    const found = play([commands.CompleteCase], aCase(status));
    expect(found).toMatchObject({ status: 'COMPLETED', dueAt: null });
  });

  it('is refused off post', () => {
    const officer = anOfficer({ staff: null });
    expect(answer({ ...commands.CompleteCase, officer }, aCase('ISSUED'))).toBe('NotOnPost');
  });
});
