import { setMaxListeners } from 'node:events';
import { createInTurn, parseTrace } from '@onewindow/runtime';
import { bytesOfText, errorInLanguage } from '@onewindow/subgraph';
import { tooManyError } from '../rates/too-many-error.ts';
import { createBoundedCache } from '../execution/bounded-cache.ts';
import {
  compileSubscription,
  type CompiledSubscription,
  type SubscriptionRun,
} from '../execution/compile-subscription.ts';
import type { SupergraphPlanner } from '../execution/supergraph-planner.ts';
import type { NewTexts } from '../planning/new-texts.ts';
import { tooLongText } from '../planning/text-limit.ts';
import type { TextWork } from '../planning/text-work.ts';
import { catchUp } from './catch-up.ts';
import type { AskingOptions } from './event-answer.ts';
import { createEventGroups, type GroupUse } from './event-groups.ts';
import { contextOf, type LiveCaller } from './live-caller.ts';
import { asLiveError, liveError } from './live-error.ts';
import type { LiveField } from './live-fields.ts';
import { representationOfKey } from './live-key.ts';
import { refusalOfRights } from './live-rights.ts';
import type { LiveLimits } from './live-limits.ts';
import type { LiveRequest } from './live-request.ts';
import type { LiveMetrics } from './live-metrics.ts';
import { parseSubscription } from './parse-subscription.ts';
import { Refused } from './refused.ts';
import type { StreamFollower } from '@onewindow/messaging';
import { createSubscriber, type Deliver, type Subscriber } from './subscriber.ts';

/** Subscriptions, whatever way their messages go. */
export interface LiveUpdates {
  /** Rejects with `Refused` and nothing else. */
  subscribe(request: LiveRequest, caller: LiveCaller, deliver: Deliver): Promise<Subscriber>;
  /** All subscriptions are complete, and none begins any more. */
  stop(): void;
}

export interface LiveUpdatesOptions {
  /** Undefined where nothing can be heard. */
  readonly follower: StreamFollower | undefined;
  readonly planner: () => SupergraphPlanner;
  /** Who reads and who plans new texts. */
  readonly texts: NewTexts;
  readonly plan: TextWork['plan'];
  readonly fields: ReadonlyMap<string, LiveField>;
  readonly asking: AskingOptions;
  readonly limits: LiveLimits;
  /** The most that telling of one event may cost. */
  readonly cost: number;
  readonly metrics: LiveMetrics;
  readonly log: LiveCaller['log'];
}

/** How many operations are kept planned and compiled, and how many bytes of them. */
const OPERATIONS = 500;
const BYTES = 16 * 1_024 * 1_024;

export function createLiveUpdates(options: LiveUpdatesOptions): LiveUpdates {
  const { follower, fields, asking, limits, metrics, log } = options;
  const operations = createBoundedCache<CompiledSubscription>({
    ...{ entries: OPERATIONS, bytes: BYTES },
    // What is compiled of a document holds as much again.
    bytesOf: (text) => 2 * bytesOfText(text),
  });
  const stopping = new AbortController();
  // Each request to a subgraph listens to it; they are bounded elsewhere.
  setMaxListeners(0, stopping.signal);
  const groups = follower && createEventGroups({ follower, asking, limits, log, metrics });
  const inTurn = createInTurn(limits.resuming);
  // Whoever asks for one case after the other keeps no event from being told.
  const finding = createInTurn(limits.concurrent);
  // Who asks for the same meanwhile waits for it.
  const compiling = new Map<string, Promise<CompiledSubscription>>();
  const open = new Set<Subscriber>();

  const fieldNamed = (name: string): LiveField => {
    const field = fields.get(name);
    if (field === undefined) throw liveError('NOT_LIVE');
    return field;
  };
  const compileNew = async (
    { query, operationName }: LiveRequest,
    caller: LiveCaller,
  ): Promise<CompiledSubscription> => {
    const tooLong = tooLongText(query);
    if (tooLong) throw tooLong;
    const { key, language, takeText } = caller;
    const asker = {
      ...{ caller: key, acceptLanguage: language, takeText },
      deadline: new Date(Date.now() + asking.budget),
    };
    const read = await options.texts.read(query, asker, () => false);
    if ('tooMany' in read) throw tooManyError(read.tooMany, language);
    if (!read.ok) throw new Refused(read.errors);
    const document = parseSubscription(read.says, operationName);
    const plan = await options.plan(read.says, operationName, asker);
    return compileSubscription(
      options.planner(),
      { document, operationName, plan, cost: options.cost },
      (field) => fieldNamed(field).subject,
    );
  };
  const compile = async (
    request: LiveRequest,
    caller: LiveCaller,
  ): Promise<CompiledSubscription> => {
    const key = `${request.operationName ?? ''} ${request.query}`;
    const begun = operations.find(key) ?? compiling.get(key);
    // What another was refused may be his own fault.
    const known = await Promise.resolve(begun).catch(() => undefined);
    if (known) return known;
    const made = compileNew(request, caller);
    compiling.set(key, made);
    try {
      const compiled = await made;
      operations.put(key, compiled);
      return compiled;
    } finally {
      if (compiling.get(key) === made) compiling.delete(key);
    }
  };
  /** The id of the event's subject that a key means; who may not see it is told that there is none. */
  const findSubject = async (
    { compiled, run, representation }: Prepared,
    caller: LiveCaller,
  ): Promise<string | undefined> => {
    if (representation === undefined) return undefined;
    const { signal } = stopping;
    const subject = await finding(() => {
      const context = contextOf(caller, parseTrace(undefined), { budget: asking.budget, signal });
      return compiled.ask({ ...run, send: asking.send, context }, representation);
    });
    if (subject === undefined) throw liveError('NOT_FOUND');
    return subject;
  };
  const prepare = async (request: LiveRequest, caller: LiveCaller): Promise<Prepared> => {
    const compiled = await compile(request, caller);
    const read = compiled.read(request.variables);
    if (!read.ok) throw new Refused(read.errors);
    const { values, cost } = read;
    const conditions = compiled.conditionsOf(values);
    const field = fieldNamed(compiled.field);
    const given = compiled.argumentsOf(values);
    const representation = representationOfKey(field, given);
    const run = { variables: request.variables, values, conditions };
    return { compiled, cost, run, field, given, representation };
  };
  const begin = async (
    use: GroupUse,
    { subscriber, after }: { readonly subscriber: Subscriber; readonly after: string },
  ): Promise<void> => {
    const { group, feed, field } = use;
    open.add(subscriber);
    metrics.opened(field.name);
    void subscriber.ended.then((error) => {
      open.delete(subscriber);
      use.release();
      metrics.ended(field.name, error);
    });
    subscriber.begin(after);
    const { signal } = stopping;
    const back = { follower: use.follower, field, feed, group, subscriber, inTurn };
    await catchUp(after, { ...back, most: limits.resumed, signal }).catch((error: unknown) => {
      subscriber.end(asLiveError(error));
    });
  };
  const subscribe: LiveUpdates['subscribe'] = async (request, caller, deliver) => {
    const prepared = await prepare(request, caller);
    const tooMany = await caller.take?.(`Subscription.${prepared.field.name}`, prepared.cost);
    if (tooMany) throw tooManyError(tooMany, caller.language);
    if (groups === undefined || stopping.signal.aborted)
      throw liveError('LIVE_UPDATES_UNAVAILABLE');
    const { field } = prepared;
    const refusal = refusalOfRights(field.requires, caller.viewer);
    if (refusal !== undefined) throw refusal;
    // Heard before the entity is looked for: nothing happens in between.
    const heard = await groups.hear(field);
    const start = heard.feed.newest();
    try {
      const subject = await findSubject(prepared, caller);
      const { query, operationName, variables, lastEventId } = request;
      const key = JSON.stringify([query, operationName, variables, caller.claims, caller.language]);
      const use = groups.join({ key, ...prepared, caller, subject }, heard);
      const subscriber = createSubscriber(metrics.counted(deliver), limits, caller.language);
      void begin(use, { subscriber, after: lastEventId ?? start });
      return subscriber;
    } catch (error) {
      heard.release();
      throw error;
    }
  };
  return {
    subscribe: (request, caller, deliver) =>
      subscribe(request, caller, deliver).catch((error: unknown) => {
        throw refusalOf(error, caller);
      }),
    stop: () => {
      stopping.abort();
      for (const subscriber of [...open]) subscriber.end();
      groups?.close();
    },
  };
}

interface Prepared {
  readonly compiled: CompiledSubscription;
  /** Of telling one event. */
  readonly cost: number;
  readonly run: Omit<SubscriptionRun, 'context' | 'send'>;
  readonly field: LiveField;
  readonly given: Readonly<Record<string, unknown>>;
  readonly representation: string | undefined;
}

function refusalOf(error: unknown, { log, language }: LiveCaller): Refused {
  if (error instanceof Refused) {
    return new Refused(error.errors.map((it) => errorInLanguage(it, language)));
  }
  const known = errorInLanguage(asLiveError(error), language);
  if (known.extensions['code'] === 'INTERNAL_SERVER_ERROR') {
    log.error({ err: error }, 'subscription failed');
  }
  return new Refused([known]);
}
