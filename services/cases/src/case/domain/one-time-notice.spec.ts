import {
  aCase,
  anItem,
  anOfficer,
  answer,
  clockOf,
  commands,
  eventOf,
  friday,
  ids,
  later,
  lifecycle,
  play,
} from '../../../test/a-case.ts';
import { caseTimers } from './case-timers.ts';
import {
  missingMaterials,
  named,
  notLacking,
  unknownMaterials,
  without,
} from './one-time-notice.ts';

const incomplete = play([{ ...commands.SubmitCase, materials: [] }]);
const request = commands.RequestSupplement;
const partly = play([{ ...commands.SubmitCase, materials: ['m1'] }]);
const illegible = { material: 'm2', reason: '扫描件模糊' };

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

  it.each([
    ['named twice', ['m1', 'm2']],
    ['named by its reason alone', ['m2']],
  ])('asks again for what came and can’t be taken, and says why: %s', (_, materials) => {
    const defects = [{ material: 'm1', reason: '复印件已过期' }];
    const event = eventOf('SupplementRequested', { ...request, materials, defects }, partly);
    expect(event.notice).toMatchObject({
      materials: [
        { id: 'm1', name: '申请书' },
        { id: 'm2', name: '场地证明' },
      ],
      defects: [{ id: 'm1', name: '申请书', reason: '复印件已过期' }],
    });
  });

  it('of what can’t be taken needs nothing that is missing', () => {
    const command = { ...request, materials: [], defects: [illegible] };
    expect(answer(command, aCase())).toEqual(['SupplementRequested']);
  });

  it('keeps what was brought again once', () => {
    const told = play([{ ...request, materials: [], defects: [illegible] }], aCase());
    const brought = play([commands.SubmitSupplement], told);
    expect(brought.materials.map(({ id }) => id)).toEqual(['m1', 'm2']);
  });

  it.each([
    ['Received', { materials: ['m1', 'm2'], defects: [] }, 'm1'],
    ['Received', { materials: ['m1', 'm2'], defects: [illegible] }, 'm1'],
    ['NotReceived', { materials: ['m2'], defects: [illegible] }, 'm2'],
    ['NotNecessary', { materials: ['m2', 'm4'], defects: [] }, 'm4'],
    ['NotNecessary', { materials: ['m2'], defects: [{ material: 'm4', reason: '未交' }] }, 'm4'],
    ['MayFollow', { materials: ['m2', 'm3'], defects: [] }, 'm3'],
  ])('is refused for what does not lack: %s of %j (行政许可法 32)', (because, notice, line) => {
    const materials = named(anItem().materials, [line]);
    expect(lifecycle.decide({ ...request, ...notice }, partly)).toEqual({
      accepted: false,
      rejection: { code: 'NotLacking', because, materials },
    });
  });

  it('stops no complete application', () => {
    for (const { id } of anItem().materials) {
      expect(answer({ ...request, materials: [id] }, aCase())).toBe('NotLacking');
    }
    expect(answer(commands.AcceptCase, aCase())).toContain('CaseAccepted');
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

  it('ends the time to tell, and only the applicant’s own clock runs while the notice waits', () => {
    const state = aCase('SUPPLEMENT_REQUIRED');
    expect(state.clocks).toMatchObject([
      { clock: 'TELL_ONCE', ended: { how: 'MET' } },
      {
        ...{ clock: 'SUPPLEMENT', ended: null },
        deadline: { startedAt: friday, dueAt: state.notice?.lapsesAt, rule: '补正期限(本地规则)' },
      },
    ]);
    // Nobody here has it in hand: it is on no list of what is urgent, and warns nobody.
    expect(state).toMatchObject({ kind: 'SUPPLEMENT', dueAt: null, overdue: false });
    expect(caseTimers(state)).toEqual([{ kind: 'LAPSE', at: state.notice?.lapsesAt }]);
  });

  it('ends that clock when everything was brought, and stops it when nothing came', () => {
    const waiting = aCase('SUPPLEMENT_REQUIRED');
    const brought = play([commands.SubmitSupplement], waiting);
    expect(clockOf(brought, 'SUPPLEMENT').ended).toEqual({ at: friday, how: 'MET' });
    expect(clockOf(aCase('LAPSED'), 'SUPPLEMENT').ended).toMatchObject({ how: 'STOPPED' });
  });

  it('insisting on its own lines is no second notice: each came again and can’t be taken (L2)', () => {
    const brought = play([commands.SubmitSupplement], aCase('SUPPLEMENT_REQUIRED'));
    const again = { ...request, materials: ['m2'], defects: [illegible] };
    const waiting = play([again], brought);
    expect(waiting).toMatchObject({ status: 'SUPPLEMENT_REQUIRED', kind: 'SUPPLEMENT' });
    expect(waiting.notice).toMatchObject({ materials: [{ id: 'm2' }], answeredAt: null });
    expect(play([commands.SubmitSupplement], waiting).status).toBe('SUBMITTED');
    // Without a reason, or with a line more, it is a second notice.
    expect(answer({ ...again, defects: [] }, brought)).toEqual(['SecondNoticeRefused']);
    const more = { ...again, materials: ['m1', 'm2'] };
    expect(answer(more, brought)).toEqual(['SecondNoticeRefused']);
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
    ['ItemNotInService', { item: anItem({ status: 'ABOLISHED' }) }],
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

  it('lack when necessary, and not there or defective', () => {
    const received = anItem().materials;
    const necessary = { lines: ['m1', 'm2'], defects: [] };
    const defects = received.map(({ id }) => ({ material: id, reason: '模糊' }));
    expect(notLacking(anItem(), received, { ...necessary, defects })).toBeNull();
    expect(notLacking(anItem(), [], necessary)).toBeNull();
    expect(notLacking(anItem(), received, necessary)).toMatchObject({
      because: 'Received',
      materials: [{ id: 'm1' }, { id: 'm2' }],
    });
  });

  it.each([
    ['MayFollow', 'm3'],
    ['NotNecessary', 'm4'],
  ])('that came and are defective stop nobody where they need not be there: %s', (because, id) => {
    const notice = { lines: [id], defects: [{ material: id, reason: '模糊' }] };
    expect(notLacking(anItem(), anItem().materials, notice)).toMatchObject({
      because,
      materials: [{ id }],
    });
  });

  it('are left when they were wanted and not brought', () => {
    const wanted = [{ id: 'm1', name: '申请书' }];
    expect(without(wanted, ['m1'])).toEqual([]);
    expect(without(wanted, ['m2'])).toEqual(wanted);
  });
});
