import { setTimeout as sleep } from 'node:timers/promises';
import { inSpan, parseTrace, type Trace, type InTurn } from '@onewindow/runtime';
import { GraphQLError } from 'graphql';
import type {
  CompiledSubscription,
  SubscriptionRun,
  Told,
} from '../execution/compile-subscription.ts';
import type { SendSubrequest } from '../execution/plan-run.ts';
import { subrequestCode } from '../subrequests/subrequest-error.ts';
import { contextOf, type LiveCaller } from './live-caller.ts';
import { writeMessage } from './live-message.ts';
import type { FollowedEvent } from '@onewindow/messaging';
import type { Message } from './subscriber.ts';

export interface EventAnswerOptions {
  readonly compiled: CompiledSubscription;
  readonly run: Omit<SubscriptionRun, 'context' | 'send'>;
  readonly caller: LiveCaller;
  readonly asking: AskingOptions;
  readonly signal: AbortSignal;
  readonly representationOf: (event: FollowedEvent) => string;
}

/** How subgraphs are asked about events. */
export interface AskingOptions {
  readonly send: SendSubrequest;
  /** So that events never take all of what queries need too. */
  readonly inTurn: InTurn;
  /** How long one execution may take, in milliseconds. */
  readonly budget: number;
  /** Waits before a subgraph that is away is asked again; after the last one the subscription ends. */
  readonly retries: readonly number[];
}

/** What there is to tell one viewer of an event: his rights are those of now, for each event anew. */
export function createEventAnswer(
  options: EventAnswerOptions,
): (event: FollowedEvent) => Promise<Message | undefined> {
  const { compiled, run, caller, asking, signal } = options;
  const ask = (representation: string, trace: Trace) =>
    asking.inTurn(() => {
      const context = contextOf(caller, trace, { budget: asking.budget, signal });
      return compiled.tell({ ...run, send: asking.send, context }, representation);
    });
  const askAgain = async (representation: string, trace: Trace): Promise<Told | undefined> => {
    for (const wait of asking.retries) {
      try {
        return await ask(representation, trace);
      } catch (error) {
        // An event that is left out would be a gap that nobody knows of.
        if (!isPassing(error)) return faulty(error);
        await sleep(wait, undefined, { signal });
      }
    }
    return ask(representation, trace);
  };
  return (event) => {
    const { traceparent } = event.envelope;
    const trace = parseTrace(traceparent);
    const span = { name: `live ${compiled.field}`, kind: 'consumer' } as const;
    return inSpan({ ...span, parent: traceparent ?? null }, async (running) => {
      const { traceId, traceparent: under } = running ?? trace;
      const representation = options.representationOf(event);
      const told = await askAgain(representation, { traceId, traceparent: under });
      if (told === undefined) return undefined;
      const { log, language } = caller;
      const text = writeMessage(told, { eventId: event.cursor, traceId, log, language });
      return { text, eventId: event.cursor };
    });
  };
}

/** What is told of an event that no answer can be had for, now or later. */
function faulty(error: unknown): Told {
  if (!(error instanceof GraphQLError)) throw error;
  return { data: null, errors: [error] };
}

const PASSING: ReadonlySet<string> = new Set([
  'DEADLINE_EXCEEDED',
  'SUBREQUEST_FAILED',
  'SUBREQUEST_TIMEOUT',
]);
const isPassing = (error: unknown) => PASSING.has(subrequestCode(error));
