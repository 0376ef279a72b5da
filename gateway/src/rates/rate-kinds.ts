/** How much of something one caller may do: `points` in each window of `seconds`. */
export interface Rate {
  readonly points: number;
  readonly seconds: number;
}

/**
 * What is counted, for whom, and how much of it there may be by default. A point is an operation (one that is
 * dear is several, see `cost-points.ts`), some new text, or one mention of a field that has a limit of its own.
 */
export const RATES = {
  /** Operations from one address: a whole hall or office may be behind it. */
  address: { points: 6_000, seconds: 60 },
  /** Operations of one person. */
  person: { points: 1_200, seconds: 60 },
  /** Operations of one session of somebody who has not signed in. */
  session: { points: 600, seconds: 60 },
  /** Operations of one program. Of fields it is held to `programProgress` alone. */
  service: { points: 120_000, seconds: 60 },
  /** Texts that nobody sent before, a point for each 1,000 characters begun: to validate and plan one is dear. */
  text: { points: 300, seconds: 60 },
  /** WebSockets and event streams opened from one address. */
  connection: { points: 300, seconds: 60 },
  /** Tokens from one address that were refused: somebody tries to sign in as somebody. */
  token: { points: 30, seconds: 60 },
  /** Look-ups by receipt number and query code: somebody might try codes. */
  progress: { points: 20, seconds: 60 },
  /** The same look-ups by one program, which makes them for many people, as a kiosk does. */
  programProgress: { points: 600, seconds: 60 },
  /** Complaints, and complaints opened again. */
  filing: { points: 10, seconds: 600 },
  /** Applications and what is handed in for them; a window hands in for many. */
  application: { points: 60, seconds: 600 },
} as const satisfies Readonly<Record<string, Rate>>;

export type RateKind = keyof typeof RATES;
export type Rates = Readonly<Record<RateKind, Rate>>;

/**
 * The fields that have a limit of their own, by coordinate. Whoever has not signed in is counted by his address, since
 * sessions are to be had for nothing; others by who they are.
 */
export const RATE_OF_FIELD: ReadonlyMap<string, RateKind> = new Map([
  ['Query.caseProgress', 'progress'],
  ['Subscription.caseProgressChanged', 'progress'],
  ['Mutation.fileComplaint', 'filing'],
  ['Mutation.reopenComplaint', 'filing'],
  ['Mutation.submitCase', 'application'],
  ['Mutation.submitSupplement', 'application'],
  ['Mutation.bringMaterials', 'application'],
  ['Mutation.confirmService', 'application'],
  ['Mutation.requestRelief', 'application'],
]);
