import type { z } from 'zod';

/** What one service promises to the others about one thing that happens: its name, its shape, its words. */
export interface EventContract<Data = unknown> {
  readonly service: string;
  readonly aggregate: string;
  /** Noun and past participle, kebab-case: `accepted`, `supplement-required`. */
  readonly happened: string;
  readonly version: number;
  /** `onewindow.<service>.<aggregate>.<happened>.v<version>`. */
  readonly type: string;
  readonly schema: z.ZodType<Data>;
  /** One sentence each, in English and in Chinese, for who binds the event. */
  readonly description: { readonly en: string; readonly zh: string };
}

/** Declares a contract event. `data` is what happened together with the public snapshot after it, and never personal data. */
export function defineEvent<Data>(event: Omit<EventContract<Data>, 'type'>): EventContract<Data> {
  const { service, aggregate, happened, version } = event;
  return { ...event, type: `onewindow.${service}.${aggregate}.${happened}.v${version.toString()}` };
}

/** A contract event that an aggregate's entry becomes: which contract, with which data. */
export interface ContractFact<Data = unknown> {
  readonly contract: EventContract<Data>;
  readonly data: Data;
}

export function fact<Data>(contract: EventContract<Data>, data: Data): ContractFact<Data> {
  return { contract, data };
}
