import {
  aCase,
  anItem,
  anOfficer,
  answer,
  commands,
  eventOf,
  friday,
  ids,
  later,
  lifecycle,
  play,
} from '../../../test/a-case.ts';
import { missingMaterials, unknownMaterials, without } from './one-time-notice.ts';

const incomplete = play([{ ...commands.SubmitCase, materials: [] }]);
const request = commands.RequestSupplement;

describe('telling once (行政许可法 32; 000:12; 002:33)', () => {
  it('names everything that is missing', () => {
    const event = eventOf(
      'SupplementRequested',
      { ...request, materials: ['m1', 'm2'] },
      incomplete,
    );
    expect(event.notice).toMatchObject({
      materials: [
        { id: 'm1', name: '申请书' },
        { id: 'm2', name: '场地证明' },
      ],
      issuedBy: ids.officer,
      issuedAt: friday,
    });
  });

  it('refuses a notice that leaves something for later', () => {
    expect(lifecycle.decide({ ...request, materials: ['m1'] }, incomplete)).toEqual({
      accepted: false,
      rejection: {
        code: 'MaterialsMissing',
        because: 'Untold',
        materials: [{ id: 'm2', name: '场地证明' }],
      },
    });
  });

  it('may ask for a material again that came but is no good', () => {
    expect(answer({ ...request, materials: ['m1', 'm2'] }, aCase())).toEqual([
      'SupplementRequested',
    ]);
  });

  it.each([
    ['nothing', []],
    ['what the item does not name', ['m1', 'm2', '其他材料']],
  ])('refuses a notice of %s (在线政务服务若干规定 6)', (_, materials) => {
    expect(answer({ ...request, materials }, incomplete)).toBe('UnknownMaterials');
  });

  it('keeps a second notice as a fact and changes nothing by it', () => {
    const state = play([commands.SubmitSupplement], aCase('SUPPLEMENT_REQUIRED'));
    const second = { ...request, materials: ['m2', 'm4'] };
    const event = eventOf('SecondNoticeRefused', second, state);
    expect(event).toMatchObject({
      attemptedBy: ids.officer,
      newMaterials: [{ id: 'm4', name: '委托书' }],
    });
    expect(lifecycle.evolve(state, event)).toEqual(state);
  });

  it('ends the time to tell, and no clock runs while the notice waits', () => {
    const state = aCase('SUPPLEMENT_REQUIRED');
    expect(state.clocks).toMatchObject([{ clock: 'TELL_ONCE', ended: { how: 'MET' } }]);
    expect(state).toMatchObject({ kind: 'SUPPLEMENT', dueAt: null });
  });

  it('lapses when nothing comes, at the moment it said', () => {
    const state = aCase('SUPPLEMENT_REQUIRED');
    expect(state.notice?.lapsesAt).toBe(later('11-06', '00:00'));
    const early = { type: 'ElapseTimer', kind: 'LAPSE', at: later('11-05') } as const;
    expect(answer(early, state)).toBe('NotPermittedInStatus');
    expect(eventOf('CaseLapsed', { ...early, at: later('11-06') }, state)).toEqual({
      type: 'CaseLapsed',
      at: state.notice?.lapsesAt,
      effectiveAt: state.notice?.lapsesAt,
    });
  });

  it.each([
    ['NotOnPost', { officer: anOfficer({ staff: null }) }],
    ['NotAuthorizedForItem', { officer: anOfficer({ letters: [] }) }],
    ['ItemNotInService', { item: null }],
  ])('is refused with %s where accepting would be', (code, change) => {
    expect(answer({ ...request, ...change }, incomplete)).toBe(code);
  });
});

describe('materials', () => {
  it('are missing when necessary and not there', () => {
    expect(missingMaterials(anItem(), [{ id: 'm1', name: '申请书' }])).toEqual([
      { id: 'm2', name: '场地证明' },
    ]);
    expect(missingMaterials(anItem({ materials: [] }), [])).toEqual([]);
  });

  it('are unknown when the item does not list them', () => {
    expect(unknownMaterials(anItem(), ['m4', 'x'])).toEqual(['x']);
  });

  it('are left when they were wanted and not brought', () => {
    const wanted = [{ id: 'm1', name: '申请书' }];
    expect(without(wanted, ['m1'])).toEqual([]);
    expect(without(wanted, ['m2'])).toEqual(wanted);
  });
});
