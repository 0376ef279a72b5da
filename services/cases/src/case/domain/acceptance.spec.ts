import {
  aCase,
  acceptOnly,
  aLetter,
  anItem,
  anOfficer,
  answer,
  aStaffMember,
  commands,
  eventOf,
  friday,
  ids,
  later,
  lifecycle,
  play,
} from '../../../test/a-case.ts';

const accept = commands.AcceptCase;
const submitted = aCase('SUBMITTED');
const incomplete = play([{ ...commands.SubmitCase, materials: ['m1'] }]);

describe('accepting', () => {
  it('takes the case in hand when the officer may handle the item too (002:37)', () => {
    const found = play([accept], submitted);
    expect(found).toMatchObject({ status: 'IN_PROCESS', handler: ids.officer, window: ids.window });
    expect(found.acceptance).toEqual({
      ...{ at: friday, deemed: false, by: ids.officer, rightsToldAt: friday },
    });
  });

  it('leaves it to a handler when he may only accept', () => {
    expect(answer({ ...accept, officer: acceptOnly }, submitted)).toEqual(['CaseAccepted']);
  });

  it('names the versions of item, staff and letter that it went by', () => {
    expect(eventOf('CaseAccepted', accept, submitted).used).toEqual([
      { of: 'ITEM', id: ids.item, version: 7 },
      { of: 'STAFF', id: ids.officer, version: 4 },
      { of: 'LETTER', id: ids.letter, version: 2 },
    ]);
  });

  it.each([
    ['off post', aStaffMember({ onPost: false })],
    ['posted at another centre', aStaffMember({ centre: ids.region })],
  ])('refuses an officer who is %s (002:37)', (_, staff) => {
    expect(answer({ ...accept, officer: anOfficer({ staff }) }, submitted)).toBe('NotOnPost');
  });

  it.each([
    ['revoked', aLetter({ status: 'REVOKED' })],
    ['for another item', aLetter({ items: [ids.region] })],
    ['for another power', aLetter({ powers: ['DECIDE'] })],
    ['of another department', aLetter({ department: ids.region })],
    ['for somebody else', aLetter({ delegate: ids.region })],
    ['not valid yet', aLetter({ validFrom: later('09-19') })],
    ['not valid any more', aLetter({ validUntil: friday })],
  ])('refuses a letter that is %s (002:37, 002:104)', (_, letter) => {
    const officer = anOfficer({ letters: [letter] });
    expect(lifecycle.decide({ ...accept, officer }, submitted)).toEqual({
      accepted: false,
      rejection: { code: 'NotAuthorizedForItem', power: 'ACCEPT' },
    });
  });

  it('refuses incomplete papers, and what may follow does not make them so (002:35)', () => {
    expect(lifecycle.decide(accept, incomplete)).toEqual({
      accepted: false,
      rejection: { code: 'MaterialsMissing', materials: [{ id: 'm2', name: '场地证明' }] },
    });
  });

  it('refuses while rights and duties are not told (002:76)', () => {
    expect(answer({ ...accept, rightsInformed: false }, submitted)).toBe('RightsNotInformed');
  });
});

describe('returning', () => {
  const returned = play([commands.ReturnCase], submitted);

  it('tells once what is needed, and reports to the superior in the same breath (002:35, 000:14)', () => {
    expect(returned).toMatchObject({
      kind: 'RETURNED',
      denial: { reporter: ids.officer, superior: ids.superior, told: { conditions: '场地合格' } },
    });
  });

  it('keeps the time to tell', () => {
    expect(returned.clocks).toMatchObject([{ clock: 'TELL_ONCE', ended: { how: 'MET' } }]);
  });

  it.each(['qualifications', 'conditions', 'procedure'] as const)(
    'is refused without %s (002:35)',
    (part) => {
      const told = { ...commands.ReturnCase.told, [part]: ' ' };
      expect(answer({ ...commands.ReturnCase, told }, submitted)).toBe('ReasonsRequired');
    },
  );

  it('is refused without a ground: what lacks papers is asked for instead (A8)', () => {
    const command = { ...commands.ReturnCase, ground: null };
    expect(lifecycle.decide(command, submitted)).toMatchObject({
      rejection: { code: 'ReasonsRequired', because: 'Ground' },
    });
  });

  it('names the authority that a matter belongs to which is not this one’s (行政许可法 32(2))', () => {
    const elsewhere = { ...commands.ReturnCase, ground: 'OUT_OF_SCOPE' } as const;
    for (const competentAuthority of [null, ' ']) {
      expect(lifecycle.decide({ ...elsewhere, competentAuthority }, submitted)).toMatchObject({
        rejection: { code: 'ReasonsRequired', because: 'CompetentAuthority' },
      });
    }
    const named = { ...elsewhere, competentAuthority: '市局' };
    expect(eventOf('CaseReturned', named, submitted).denial).toMatchObject({
      ...{ ground: 'OUT_OF_SCOPE', competentAuthority: '市局' },
    });
  });

  it('tells the remedies with it (行政许可法 38)', () => {
    const { remedy } = eventOf('CaseReturned', commands.ReturnCase, submitted).denial;
    expect(remedy).toContain('行政复议');
    expect(remedy).toContain('行政诉讼');
  });

  it.each(['NOT_REQUIRED', 'NOT_ELIGIBLE'] as const)(
    'as %s names no other authority: the applicant is told to go nowhere (行政许可法 32(2))',
    (ground) => {
      const command = { ...commands.ReturnCase, ground };
      const named = { ...command, competentAuthority: '市局' };
      expect(answer(named, incomplete)).toBe('NoOtherAuthority');
      expect(answer(command, incomplete)).toEqual(['CaseReturned']);
    },
  );

  describe.each([
    ['NOT_ELIGIBLE', null, 'MustBeAccepted'],
    ['NOT_REQUIRED', null, ['CaseReturned']],
    ['OUT_OF_SCOPE', '市局', ['CaseReturned']],
  ] as const)('as %s (行政许可法 32(5))', (ground, competentAuthority, said) => {
    const command = { ...commands.ReturnCase, ground, competentAuthority };

    it.each([
      [
        'has brought all that he was asked for',
        play([commands.SubmitSupplement], aCase('SUPPLEMENT_REQUIRED')),
      ],
      ['has brought everything necessary at once', submitted],
    ])(`who %s is answered ${JSON.stringify(said)}`, (_, complete) => {
      expect(answer(command, complete)).toEqual(said);
      expect(answer(commands.AcceptCase, complete)).toContain('CaseAccepted');
    });

    it('who has not is returned', () => {
      expect(answer(command, incomplete)).toEqual(['CaseReturned']);
    });

    it('where the item is abolished nothing can be accepted, so it is returned', () => {
      const item = anItem({ status: 'ABOLISHED' });
      const supplemented = play([commands.SubmitSupplement], aCase('SUPPLEMENT_REQUIRED'));
      expect(answer({ ...command, item }, submitted)).toEqual(['CaseReturned']);
      expect(answer({ ...command, item }, supplemented)).toEqual(['CaseReturned']);
    });
  });

  it.each([
    ['NoLeaderInCharge', null],
    ['SuperiorIsReporter', ids.officer],
  ])('is refused: %s (000:14, A21)', (refusal, superior) => {
    const report = { ...commands.ReturnCase.report, superior };
    expect(answer({ ...commands.ReturnCase, report }, submitted)).toBe(refusal);
  });

  it('is refused to who is not authorised to accept', () => {
    const officer = anOfficer({ letters: [] });
    expect(answer({ ...commands.ReturnCase, officer }, submitted)).toBe('NotAuthorizedForItem');
  });
});
