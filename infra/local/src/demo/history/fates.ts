/** What becomes of an application. */
export type Fate =
  | 'GRANTED'
  | 'LATE'
  | 'SUPPLEMENTED'
  | 'UNANSWERED'
  | 'RETURNED'
  | 'REJECTED'
  | 'WITHDRAWN'
  | 'DEEMED'
  | 'SUSPENDED'
  | 'WAITING';

export interface Card {
  readonly fate: Fate;
  readonly weight: number;
  /** Nobody does more with it than this: what lies about in every office. */
  readonly endsWith?: string;
  /** Only something that is promised within days can be late or stand still. */
  readonly takesDays?: boolean;
}

const CARDS: readonly Card[] = [
  { fate: 'GRANTED', weight: 54 },
  { fate: 'GRANTED', weight: 2, endsWith: 'issueCertificate' },
  { fate: 'GRANTED', weight: 2, endsWith: 'decideCase' },
  { fate: 'GRANTED', weight: 2, endsWith: 'acceptCase', takesDays: true },
  { fate: 'LATE', weight: 4, takesDays: true },
  { fate: 'SUPPLEMENTED', weight: 11 },
  { fate: 'UNANSWERED', weight: 5 },
  { fate: 'RETURNED', weight: 2 },
  { fate: 'RETURNED', weight: 2, endsWith: 'returnCase' },
  { fate: 'REJECTED', weight: 4, takesDays: true },
  { fate: 'REJECTED', weight: 2, endsWith: 'decideCase', takesDays: true },
  { fate: 'WITHDRAWN', weight: 4, takesDays: true },
  { fate: 'DEEMED', weight: 2, takesDays: true },
  { fate: 'DEEMED', weight: 2, endsWith: 'submitCase', takesDays: true },
  { fate: 'SUSPENDED', weight: 4, takesDays: true },
];

/**
 * Deals the fates by their weights, each as evenly over time as can be (smooth weighted round robin): so every
 * status is there at every moment, whatever chance does with the rest.
 */
export function* dealFates(): Generator<Card> {
  const total = CARDS.reduce((sum, { weight }) => sum + weight, 0);
  const credits = CARDS.map((card) => ({ card, credit: 0 }));
  for (;;) {
    for (const one of credits) one.credit += one.card.weight;
    const richest = credits.reduce((best, one) => (one.credit > best.credit ? one : best));
    richest.credit -= total;
    yield richest.card;
  }
}
