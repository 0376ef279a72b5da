import { applicant, caseId, counted, entity, gateway, MANY, receipt, type Path } from './path.ts';
import type { Specimens } from './specimens.ts';

const complaint: Path['shows'] = ({ complaintId }) => `"id":"${complaintId}"`;
const complaintId = (specimens: Specimens) => specimens.complaintId;
const askedId = (specimens: Specimens) => specimens.askedId;
const question: Path['shows'] = (specimens) => specimens.question;
const answer: Path['shows'] = (specimens) => specimens.answer;
/** Of a complaint about which questions were put. */
const ofAsked = { id: askedId, instead: { complaint: 'asked complaint' } };
const because: Path['shows'] = ({ exclusionReason }) => exclusionReason;
const words: Path['shows'] = ({ complaintText }) => complaintText;

/** All ways to complaints, to what was asked about them, and to who is kept away from a case. */
export const COMPLAINT_PATHS: readonly Path[] = [
  gateway('root', 'query ($id: ID!) { efficiencyComplaint(id: $id) { id status } }', complaint, {
    id: complaintId,
  }),
  gateway('list', `{ efficiencyComplaints(${MANY}) { edges { node { id } } } }`, complaint),
  gateway('count', '{ efficiencyComplaints { totalCount } }', counted, {
    instead: ofAsked.instead,
  }),
  gateway('list', `{ myComplaints(${MANY}) { edges { node { id } } } }`, complaint),
  gateway('count', '{ myComplaints { totalCount } }', counted),
  gateway(
    'edge',
    `query ($id: ID!) { caseById(id: $id) { complaints(${MANY}) { edges { node { id } } } } }`,
    complaint,
    { id: caseId },
  ),
  entity('supervision', ['EfficiencyComplaint', 'id status'], {
    id: complaintId,
    shows: complaint,
  }),
  entity('supervision', ['Case', `complaints(${MANY}) { totalCount edges { node { id } } }`], {
    id: caseId,
    shows: complaint,
  }),
  gateway(
    'edge',
    'query ($id: ID!) { efficiencyComplaint(id: $id) { case { receiptNumber } } }',
    receipt,
    { id: complaintId },
  ),
  gateway('root', 'query ($id: ID!) { efficiencyComplaint(id: $id) { text } }', words, {
    id: complaintId,
  }),

  gateway(
    'root',
    'query ($id: ID!) { efficiencyComplaint(id: $id) { questions { text } } }',
    question,
    ofAsked,
  ),
  gateway(
    'list',
    `{ efficiencyComplaints(${MANY}) { edges { node { questions { text } } } } }`,
    question,
    { instead: ofAsked.instead },
  ),
  entity('supervision', ['EfficiencyComplaint', 'questions { text }'], {
    ...ofAsked,
    shows: question,
  }),
  gateway(
    'edge',
    `query ($id: ID!) { caseById(id: $id) { complaints(${MANY}) { edges { node { questions { text } } } } } }`,
    question,
    { id: caseId },
  ),
  gateway(
    'root',
    'query ($id: ID!) { efficiencyComplaint(id: $id) { questions { answers { text } } } }',
    answer,
    ofAsked,
  ),
  gateway(
    'list',
    `{ efficiencyComplaints(${MANY}) { edges { node { questions { answers { text } } } } } }`,
    answer,
    { instead: ofAsked.instead },
  ),
  entity('supervision', ['EfficiencyComplaint', 'questions { answers { text by { id } } }'], {
    ...ofAsked,
    shows: answer,
  }),
  gateway(
    'edge',
    'query ($id: ID!) { efficiencyComplaint(id: $id) { case { receiptNumber } } }',
    receipt,
    ofAsked,
  ),
  gateway(
    'root',
    'query ($id: ID!) { efficiencyComplaint(id: $id) { complainant { name } } }',
    applicant,
    ofAsked,
  ),
  entity('supervision', ['EfficiencyComplaint', 'text complainant { name } case { id }'], {
    ...ofAsked,
    shows: ({ askedText }) => askedText,
  }),

  gateway(
    'edge',
    `query ($id: ID!) { caseById(id: $id) { exclusions(${MANY}) { edges { node { reason } } } } }`,
    because,
    { id: caseId },
  ),
  gateway(
    'count',
    'query ($id: ID!) { caseById(id: $id) { exclusions { totalCount } } }',
    counted,
    { id: caseId },
  ),
  gateway(
    'edge',
    `query ($id: ID!) { caseById(id: $id) { exclusions(${MANY}) { edges { node { case { receiptNumber } } } } } }`,
    receipt,
    { id: caseId },
  ),
  entity('supervision', ['Case', `exclusions(${MANY}) { totalCount edges { node { reason } } }`], {
    id: caseId,
    shows: because,
  }),
  entity('supervision', ['CaseExclusion', 'reason'], {
    id: ({ exclusionId }) => exclusionId,
    shows: because,
  }),
];
