import {
  acceptOnly,
  aCase,
  commands,
  eventOf,
  later,
  lifecycle,
  play,
  report,
} from '../../../test/a-case.ts';
import type { CaseCommand } from '../../case/domain/case-commands.ts';
import type { CaseEvent } from '../../case/domain/case-events.ts';
import type { FiledCase } from '../../case/domain/case.ts';
import { REMEDY } from '../../case/domain/negative-report.ts';
import { asHtml, asText } from './render-notice.ts';
import { RIGHTS_AND_DUTIES, wordingOf } from './wording.ts';

/** What is told of the first entry of this type that a command makes. */
function told(type: CaseEvent['type'], command: CaseCommand, before: FiledCase) {
  const event = eventOf(type, command, before);
  const state = lifecycle.evolve(before, event);
  if (state.status === 'ABSENT') throw new Error('No case.');
  const wording = wordingOf(event, { state, itemName: '食品经营许可' });
  if (!wording) throw new Error(`Nothing is told of ${type}.`);
  const paper = {
    ...wording,
    ...{ receiptNumber: state.receiptNumber, datedAt: event.at },
    sealed: { seal: 'seal-1', version: 1 },
  };
  const head = { addressee: '示例甲', department: '示例区市场监管局' };
  return { wording, text: asText(paper, head), html: asHtml(paper, head) };
}

const incomplete = play([{ ...commands.SubmitCase, materials: ['m1'] }]);

it('a receipt is sealed and dated, and says by when the law and the promise end (行政许可法 32)', () => {
  const accept = { ...commands.AcceptCase, officer: acceptOnly };
  const { wording, text } = told('CaseAccepted', accept, aCase());
  expect(wording).toMatchObject({
    kind: 'RECEIPT',
    rule: '行政许可法 32',
    issuedBy: acceptOnly.id,
  });
  // 20 working days for a licence, 5 promised: law.md.
  for (const words of [
    '受理日期：2026年9月18日',
    '法定办结期限：2026年10月22日',
    '承诺办结期限：2026年9月24日',
  ])
    expect(text).toContain(words);
  expect(text).toContain(RIGHTS_AND_DUTIES);
  expect(text).toContain('示例甲');
  expect(text).toMatch(/示例区市场监管局（电子印章 seal-1）\n\n2026年9月18日$/u);
});

it('the receipt of what the law accepted says so, as of the receipt of the papers, and is nobody’s word (行政许可法 32)', () => {
  const elapse = { type: 'ElapseTimer', kind: 'OVERDUE:TELL_ONCE', at: later('12-31') } as const;
  const { wording, text } = told('CaseAccepted', elapse, aCase());
  expect(wording).toMatchObject({ kind: 'RECEIPT', issuedBy: null });
  expect(text).toContain('自收到之日（2026年9月18日）起即为受理');
  expect(text).toContain(RIGHTS_AND_DUTIES);
});

it('a supplement notice names all that lacks, with the reason of what came, and how long it waits from its service', () => {
  const { wording, text } = told('SupplementRequested', commands.RequestSupplement, incomplete);
  expect(wording).toMatchObject({ kind: 'SUPPLEMENT', occasion: 'SUPPLEMENT' });
  expect(text).toContain('1. 场地证明：尚未提交');
  expect(text).toContain('自收到本通知书之日起 30 个工作日内补齐');
  const defects = [{ material: 'm1', reason: '<b>模糊</b>' }];
  const both = { ...commands.RequestSupplement, materials: ['m1', 'm2'], defects };
  const { html } = told('SupplementRequested', both, incomplete);
  expect(html).toContain('申请书：已提交，但不符合要求：&lt;b&gt;模糊&lt;/b&gt;');
  expect(html).not.toContain('<b>');
});

it('a supplement notice whose lines are sent back says that nothing is asked for anew (002:33)', () => {
  const answered = play([commands.RequestSupplement, commands.BringMaterials], incomplete);
  const defects = [{ material: 'm2', reason: '缺页' }];
  const { text } = told(
    'SupplementRequested',
    { ...commands.RequestSupplement, defects },
    answered,
  );
  expect(text).toContain('1. 场地证明：已提交，但不符合要求：缺页');
  expect(text).toContain('未增加新的要求');
  const first = told('SupplementRequested', commands.RequestSupplement, incomplete);
  expect(first.text).not.toContain('未增加新的要求');
});

it('who is not accepted is told the ground, the reasons, what he would need, where to go and his remedies', () => {
  const sentOn = {
    ...commands.ReturnCase,
    ...({ ground: 'OUT_OF_SCOPE', competentAuthority: '示例市城管局' } as const),
  };
  const { wording, text } = told('CaseReturned', sentOn, aCase());
  expect(wording).toMatchObject({ kind: 'RETURN', title: '不予受理决定书' });
  const { qualifications, conditions, procedure } = commands.ReturnCase.told;
  const words = [report.reasons, report.rule, qualifications, conditions, procedure, REMEDY];
  for (const one of [...words, '示例市城管局', '不属于本机关职权范围']) expect(text).toContain(one);
  expect(text).not.toContain(report.situation);
});

it('a procedure that is not counted is told with its days (行政许可法 45)', () => {
  const { wording, text } = told('CaseSuspended', commands.SuspendCase, aCase('IN_PROCESS'));
  expect(wording).toMatchObject({ kind: 'DAYS_TOLD', rule: '行政许可法 45' });
  expect(text).toContain('依法需要听证，自 2026年9月18日 起所需时间为 10 日');
});

it('a denial is told with reasons and remedies, a grant with the day by which it is delivered', () => {
  const deny = { ...commands.DecideCase, outcome: 'REJECTED', report } as const;
  const denied = told('CaseDecided', deny, aCase('IN_PROCESS'));
  for (const one of [report.reasons, report.rule, REMEDY]) expect(denied.text).toContain(one);
  const granted = told('CaseDecided', commands.DecideCase, aCase('IN_PROCESS'));
  expect(granted.text).toContain('不迟于 2026年10月9日 送达');
  expect(granted.text).not.toContain('救济途径');
});

it('of what asks for no paper nothing is told', () => {
  const event = eventOf('CaseDispatched', commands.AcceptCase, aCase());
  expect(wordingOf(event, { state: aCase('ACCEPTED'), itemName: null })).toBeNull();
});
