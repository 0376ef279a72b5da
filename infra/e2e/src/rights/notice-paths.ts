import { caseId, counted, entity, gateway, MANY, receipt, type Path } from './path.ts';
import type { Specimens } from './specimens.ts';

const noticeId = (specimens: Specimens) => specimens.noticeId;
const notice: Path['shows'] = ({ noticeId: id }) => `"id":"${id}"`;
/** What the paper says, and nothing that was asked. */
const paper = () => '受理通知书';

const seal: Path['shows'] = ({ sealCode }) => `"code":"${sealCode}"`;

/** All ways to what an applicant was told in writing. */
export const NOTICE_PATHS: readonly Path[] = [
  gateway('root', 'query ($id: ID!) { notice(id: $id) { title text html } }', paper, {
    id: noticeId,
  }),
  gateway('list', `{ myNotices(${MANY}) { edges { node { id } } } }`, notice),
  gateway('count', '{ myNotices { totalCount } }', counted),
  gateway('list', `{ unservedNotices(${MANY}) { edges { node { id } } } }`, notice),
  gateway(
    'edge',
    `query ($id: ID!) { caseById(id: $id) { notices(${MANY}) { edges { node { id } } } } }`,
    notice,
    { id: caseId },
  ),
  gateway('edge', 'query ($id: ID!) { notice(id: $id) { case { receiptNumber } } }', receipt, {
    id: noticeId,
  }),
  gateway('edge', 'query ($id: ID!) { notice(id: $id) { seal { code } } }', seal, {
    id: noticeId,
  }),
  {
    ...gateway(
      'edge',
      `query ($number: String!, $code: String!) { caseProgress(receiptNumber: $number, queryCode: $code) { notices(${MANY}) { edges { node { id title } } } } }`,
      notice,
      { instead: { notice: 'progress' } },
    ),
    variables: ({ receiptNumber: number, queryCode: code }) => ({ number, code }),
  },
  entity('cases', ['Notice', 'id title'], { id: noticeId, shows: paper }),
];
