import type { ItemStatus } from '../item/domain/item.ts';
import type { Question } from './question.ts';
import { meritOf, relevanceFor, type Findable } from './relevance.ts';
import { usualness } from './usual-acts.ts';

/** An item as a search reads it: what it is called, and what its filters ask for. */
export interface FindableItem extends Findable {
  readonly id: string;
  readonly status: ItemStatus;
}

export interface RankedItem<Item> {
  readonly item: Item;
  /** The higher the better; it means nothing beside other answers to the same question. */
  readonly score: number;
}

/** With less of the question in it, an item is not what was asked for; when none has as much, the nearest are. */
const FITTING = 0.6;
const NEAREST = 0.25;

/** What can be applied for now stands before what can't, when both fit alike. */
const READINESS: Readonly<Record<ItemStatus, number>> = {
  IN_SERVICE: 0.6,
  PUBLISHED: 0.4,
  CONFIRMED: 0,
  SUBMITTED_FOR_REVIEW: 0,
  IDENTIFIED: 0,
  SUSPENDED: -0.5,
  ABOLISHED: -3,
};

/** The items that fit, best first; of two that fit alike the smaller id, so that pages are exact. */
export function rankItems<Item extends FindableItem>(
  question: Question,
  items: readonly Item[],
): readonly RankedItem<Item>[] {
  const relevance = relevanceFor(question, items);
  const fits = items.map((item) => ({ item, fit: relevance(item) }));
  const least = fits.some(({ fit }) => fit.coverage >= FITTING) ? FITTING : NEAREST;
  return fits
    .filter(({ fit }) => fit.coverage >= least)
    .map(({ item, fit }) => {
      const merit = meritOf(fit) + usualness(item.title, fit.said) + READINESS[item.status];
      return { item, score: rounded(merit) };
    })
    .sort((one, other) => other.score - one.score || (one.item.id < other.item.id ? -1 : 1));
}

/** A cursor holds the score: it must come back from JSON as it was. */
const rounded = (score: number) => Math.round(score * 10_000) / 10_000;
