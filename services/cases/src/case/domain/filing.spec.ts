import { dayOf } from '@onewindow/calendar';
import { instant } from '@onewindow/kernel';
import {
  aCase,
  anItem,
  anOfficer,
  answer,
  aStaffMember,
  clockOf,
  commands,
  eventOf,
  friday,
  ids,
  later,
  lifecycle,
  play,
} from '../../../test/a-case.ts';
import { kindOf } from './filing.ts';

const absent = lifecycle.initial;
const submit = commands.SubmitCase;
const atWindow = play([{ ...submit, officer: anOfficer() }]);
const paper = { reference: '撤-1', signedOn: dayOf(friday) };

describe('submitting', () => {
  it('takes an application over the net without a visit', () => {
    const found = play([submit]);
    expect(found).toMatchObject({ channel: 'WEB', window: null, visits: 0, kind: 'COMMITTED' });
    expect(found.materials).toEqual([
      { id: 'm1', name: '申请书', cameAt: friday },
      { id: 'm2', name: '场地证明', cameAt: friday },
    ]);
  });

  it('counts the first visit of who stands at a window, and keeps which window', () => {
    const found = play([{ ...submit, officer: anOfficer() }]);
    expect(found).toMatchObject({ channel: 'WINDOW', window: ids.window, visits: 1 });
  });

  it('belongs where its item belongs, and names the versions it went by', () => {
    const event = eventOf('CaseSubmitted', { ...submit, officer: anOfficer() }, absent);
    expect(event).toMatchObject({
      region: ids.region,
      centre: ids.centre,
      department: ids.department,
      itemRevision: 3,
      used: [
        { of: 'ITEM', id: ids.item, version: 7 },
        { of: 'STAFF', id: ids.officer, version: 4 },
      ],
    });
  });

  it.each([
    ['an item nobody knows', null],
    ['an item that is public but has not entered', anItem({ status: 'PUBLISHED', centre: null })],
    ['a suspended item', anItem({ status: 'SUSPENDED' })],
    ['an abolished item', anItem({ status: 'ABOLISHED' })],
  ])('refuses %s (002:15)', (_, item) => {
    expect(answer({ ...submit, item }, absent)).toBe('ItemNotInService');
  });

  it('refuses one application more than an applicant may have open for an item, and no earlier', () => {
    const most = { ...submit, openApplications: 3 };
    expect(answer({ ...submit, openApplications: 2 }, absent)).toEqual(['CaseSubmitted']);
    expect(answer(most, absent)).toBe('TooManyOpenApplications');
    expect(answer({ ...most, officer: anOfficer() }, absent)).toBe('TooManyOpenApplications');
  });

  it.each([
    ['off post', aStaffMember({ onPost: false })],
    ['at another centre', aStaffMember({ centre: ids.region })],
    ['without a window', aStaffMember({ window: null })],
    ['unknown', null],
  ])('refuses an officer who is %s (002:15, 002:108)', (_, staff) => {
    expect(answer({ ...submit, officer: anOfficer({ staff }) }, absent)).toBe('NotOnPost');
  });

  it('refuses a material that the item does not name', () => {
    expect(lifecycle.decide({ ...submit, materials: ['m1', 'other'] }, absent)).toEqual({
      accepted: false,
      rejection: { code: 'UnknownMaterials', materials: ['other'] },
    });
  });
});

describe('the kind of a case', () => {
  it.each([
    ['IMMEDIATE', 'IMMEDIATE'],
    ['COMMITTED', 'COMMITTED'],
    ['JOINT', 'JOINT'],
    ['REFERRED_UP', 'COMMITTED'],
    [null, 'COMMITTED'],
  ] as const)('mode %s makes a %s case (A5)', (handlingMode, kind) => {
    expect(kindOf(anItem({ handlingMode }))).toBe(kind);
  });
});

describe('supplementing', () => {
  it('takes everything on the notice, and the time to tell begins anew', () => {
    const at = later('09-28');
    const found = play([{ ...commands.SubmitSupplement, at }], aCase('SUPPLEMENT_REQUIRED'));
    expect(found).toMatchObject({ status: 'SUBMITTED', kind: 'COMMITTED', receivedAt: at });
    expect(found.notice?.answeredAt).toBe(at);
    expect(found.materials.map(({ id }) => id)).toEqual(['m1', 'm2']);
    expect(clockOf(found, 'TELL_ONCE').deadline.startedAt).toBe(at);
  });

  it('refuses nothing at all, and says what is waited for (002:33)', () => {
    const state = aCase('SUPPLEMENT_REQUIRED');
    const decision = lifecycle.decide({ ...commands.SubmitSupplement, materials: [] }, state);
    expect(decision).toEqual({
      accepted: false,
      rejection: {
        code: 'MaterialsMissing',
        because: 'OfNotice',
        materials: [{ id: 'm2', name: '场地证明' }],
      },
    });
  });

  it('counts a visit only of who came', () => {
    const state = aCase('SUPPLEMENT_REQUIRED');
    expect(play([commands.SubmitSupplement], state).visits).toBe(1);
    expect(play([{ ...commands.SubmitSupplement, officer: null }], state).visits).toBe(0);
  });

  it('refuses an officer who is off post', () => {
    const officer = anOfficer({ staff: null });
    const state = aCase('SUPPLEMENT_REQUIRED');
    expect(answer({ ...commands.SubmitSupplement, officer }, state)).toBe('NotOnPost');
  });
});

describe('withdrawing', () => {
  it('stops every clock', () => {
    const found = play([commands.WithdrawCase], aCase('IN_PROCESS'));
    expect(found.clocks.map(({ ended }) => ended?.how)).toEqual(['MET', 'STOPPED', 'STOPPED']);
    expect(found.dueAt).toBeNull();
  });

  it('is refused at a post that is none', () => {
    const officer = anOfficer({ staff: null });
    expect(answer({ ...commands.WithdrawCase, officer }, aCase())).toBe('NotOnPost');
  });

  it('is the applicant’s own act: an officer does it for him only when it was filed at the window', () => {
    const byOfficer = { ...commands.WithdrawCase, officer: anOfficer(), paper };
    const overTheNet = aCase('IN_PROCESS');
    expect(overTheNet.channel).toBe('WEB');
    expect(answer(byOfficer, overTheNet)).toBe('NotApplicant');
    expect(answer(commands.WithdrawCase, overTheNet)).toEqual(['CaseWithdrawn']);
    expect(answer(byOfficer, atWindow)).toEqual(['CaseWithdrawn']);
  });

  it('at the window rests on the paper that the applicant has signed, which is kept (行政许可法 29)', () => {
    const byOfficer = { ...commands.WithdrawCase, officer: anOfficer() };
    for (const none of [
      null,
      { ...paper, reference: ' ' },
      { ...paper, signedOn: dayOf(later('09-19')) },
      { ...paper, signedOn: dayOf(later('09-17')) },
      { ...paper, signedOn: dayOf(instant('2020-01-01T10:00:00+08:00')) },
    ]) {
      expect(lifecycle.decide({ ...byOfficer, paper: none }, atWindow)).toMatchObject({
        rejection: { code: 'ReasonsRequired', because: 'SignedPaper' },
      });
    }
    expect(play([{ ...byOfficer, paper }], atWindow).withdrawnBy).toEqual(paper);
    expect(play([commands.WithdrawCase], atWindow)).not.toHaveProperty('withdrawnBy');
  });
});
