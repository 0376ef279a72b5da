import { accept, addMoney, compareMoney, reject, timesMoney } from '@onewindow/kernel';
import { onPost } from '../../case/domain/authority.ts';
import type { FeeTerm } from '../../case/domain/facts.ts';
import type { AskedLine, FeeBilled, FeeLine, IssueBill } from './fee-bill.ts';

/**
 * 执收单位开单: one ticket for the whole matter (S81), at the lower limit of the standards that were in force when the
 * case was accepted (S84, S85). What comes to nothing is not charged, and needs no further step.
 */
export function issueBill({ at, officer, matter, isRunning, standards, lines }: IssueBill) {
  if (!isRunning) return reject({ code: 'CaseNotBillable' });
  const post = onPost(officer, matter.centre, at);
  if (!post.ok) return reject(post.refusal);
  const made = linesOf(lines, standards);
  if (!made.ok) return reject(made.refusal);
  return accept<FeeBilled>({
    type: 'FeeBilled',
    at,
    matter,
    lines: made.lines,
    total: addMoney(...made.lines.map(({ amount }) => amount)),
    step: { by: officer.id, at, window: post.window },
    used: post.used,
  });
}

/** The lines of the ticket; or why it can't be one. */
function linesOf(asked: readonly AskedLine[], standards: readonly FeeTerm[]) {
  const names = asked.map(({ standard }) => standard);
  if (new Set(names).size !== names.length) return refused({ code: 'FeeLineTwice' });
  const known = new Map(standards.map((standard) => [standard.name, standard]));
  const unknown = names.filter((name) => !known.has(name));
  if (unknown.length > 0) return refused({ code: 'FeeStandardUnknown', standards: unknown });
  const forbidden = names.filter((name) => known.get(name)?.policy === 'FORBIDDEN');
  if (forbidden.length > 0) return refused({ code: 'FeeForbidden', standards: forbidden });
  const left = standards.filter(({ name, charge }) => isCharged(charge) && !names.includes(name));
  if (left.length > 0) {
    return refused({ code: 'NotOnOneTicket', standards: left.map(({ name }) => name) });
  }
  const lines = asked.flatMap(({ standard, quantity }) => {
    const term = known.get(standard);
    return term ? [lineOf(term, quantity)] : [];
  });
  const wrong = lines.filter((line, index) => {
    const amount = asked[index]?.amount ?? null;
    return amount !== null && compareMoney(amount, line.amount) !== 0;
  });
  return wrong.length > 0
    ? refused({ code: 'NotTheLowerLimit', standards: wrong.map(({ name }) => name) })
    : ({ ok: true, lines } as const);
}

const refused = <const Refusal>(refusal: Refusal) => ({ ok: false, refusal }) as const;
const isCharged = (charge: string) => compareMoney({ yuan: charge }, { yuan: '0.00' }) > 0;

function lineOf({ charge, ...term }: FeeTerm, quantity: number): FeeLine {
  const { name, unit, policy, basis, document } = term;
  const each = { yuan: charge };
  const amount = timesMoney(each, quantity);
  return { name, unit, policy, basis, document, quantity, charge: each, amount };
}
