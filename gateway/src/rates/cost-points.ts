/** What one point pays for, in units of `limits/operation-cost.ts`: an ordinary operation. */
const COST_OF_POINT = 1_000;

/** The points of an operation by what it is estimated to cost: at least one. */
export const pointsOfCost = (cost: number): number => Math.max(1, Math.ceil(cost / COST_OF_POINT));
