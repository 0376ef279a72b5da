import { calendar, complaints, friday, ids, later } from '../../../test/a-matter.ts';
import type { ComplaintEvent } from './complaint-events.ts';
import { headOf } from './overseers.ts';
import { REPLY_PERIODS, replyDeadline } from './reply-deadline.ts';

const filed: ComplaintEvent = {
  type: 'ComplaintFiled',
  at: friday,
  channel: 'WEB',
  case: ids.case,
  target: ids.handler,
  targetOnPost: true,
  region: ids.region,
  centre: ids.centre,
  department: ids.department,
  digest: 'digest',
  deadline: replyDeadline(calendar, friday, REPLY_PERIODS.WEB),
};
const at = later('10-30');
const overdue: ComplaintEvent = { type: 'ReplyOverdue', at, effectiveAt: at };
const asked: ComplaintEvent = {
  ...{ type: 'QuestionsPut', at, by: ids.supervisor },
  ...{ text: '?', department: ids.department },
};
const { deadline } = filed;
const reopened: ComplaintEvent = { type: 'ComplaintReopened', at, by: null, deadline };
const centre = [ids.centre];
const all = [ids.centre, ids.region, headOf(ids.centre)];
const whose = (...events: readonly ComplaintEvent[]) =>
  events.reduce(complaints.evolve, complaints.initial);

it.each<[string, readonly ComplaintEvent[], readonly string[]]>([
  ['against who serves at a window', [filed], centre],
  ['against nobody', [{ ...filed, target: null }], centre],
  ['against nobody, answered by nobody', [{ ...filed, target: null }, overdue], centre],
  ['against who stands at none', [{ ...filed, targetOnPost: false }], all],
  ['answered by nobody in time', [filed, overdue], all],
  ['answered late, and opened again', [filed, overdue, reopened], all],
])('one %s has its overseers', (_, events, overseenBy) => {
  expect(whose(...events)).toMatchObject({ overseenBy, foundBy: overseenBy });
});

it('an older entry, which did not tell where the target stands, is the centre’s until it is late', () => {
  const { targetOnPost: _, ...older } = filed;
  expect(whose(older)).toMatchObject({ targetOnPost: true, overseenBy: centre });
  expect(whose(older, overdue)).toMatchObject({ overseenBy: all });
});

it('who is asked stays on the list when it goes up', () => {
  const foundBy = [...all, ids.department, ids.handler];
  expect(whose(filed, overdue, asked)).toMatchObject({ foundBy });
  expect(whose(filed, asked, overdue)).toMatchObject({ foundBy });
});
