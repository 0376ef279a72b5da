import type { EventEnvelope } from '@onewindow/contracts';
import { inSpan, isTracing, parseTrace } from '@onewindow/runtime';
import { NatsError, type JsMsg } from 'nats';
import { attempt, bury, type AttemptDeps, type AttemptOutcome, type Way } from './attempt.ts';
import { consumeSpan } from './event-span.ts';
import type { Log } from './log.ts';
import type { Gate } from './gate.ts';
import type { DeliveryOutcome, MessagingMetrics } from './metrics.ts';
import { createOneAtATime } from './one-at-a-time.ts';
import type { Outage } from './outage.ts';
import { parseEvent } from './parse-event.ts';
import { reasonOf } from './reason-of.ts';
import { retryDelay } from './retry-delay.ts';
import type { Timings } from './timings.ts';

export interface DeskDeps extends Omit<AttemptDeps, 'isOutage'> {
  readonly log: Log;
  readonly metrics: MessagingMetrics;
  readonly outage: Outage;
  /** One for all consumers of the process. */
  readonly gate: Gate;
  readonly timings: Timings;
  readonly random: () => number;
}

/**
 * An error that looks like an outage while Mongo answers is believed this often for one delivery;
 * an event that breaks the connection by itself must reach its limit too.
 */
const BELIEVED = 8;

/** What becomes of each delivered message: acknowledged last, or given back for later. */
export function createDeliveryDesk(deps: DeskDeps) {
  const { consumer, gate, log, outage, timings } = deps;
  const copies = createOneAtATime();
  const note = (outcome: DeliveryOutcome) => {
    deps.metrics.delivered(consumer.durable, outcome);
  };
  const ignore = (message: JsMsg) => {
    note('ignored');
    message.ack();
  };

  /**
   * What killed a process is among all that it had in hand. Each of these is tried by itself, so that a
   * deadly one uses up nobody's tries but its own.
   */
  const tried = (event: EventEnvelope, way: Way, isOutage: AttemptDeps['isOutage']) => {
    const one = () => attempt(event, way, { ...deps, isOutage });
    return way.isAlone ? gate.alone(timings.close, one) : gate.together(one);
  };

  /** Waits out our own outages with the event in hand, so that no try is spent on them. */
  const untilDecided = async (
    event: EventEnvelope,
    message: JsMsg,
    signal: AbortSignal,
  ): Promise<Exclude<AttemptOutcome, { kind: 'outage' | 'suspect' }> | undefined> => {
    const working = () => {
      message.working();
    };
    let isAlone = false;
    for (let outages = 0; !signal.aborted;) {
      const isOutage = (error: unknown) => outage.caused(error, outages >= BELIEVED);
      const outcome = await tried(event, { working, isAlone }, isOutage);
      isAlone = outcome.kind === 'suspect';
      if (outcome.kind === 'suspect') continue;
      if (outcome.kind !== 'outage') return outcome;
      outages += 1;
      await outage.over(signal);
      if (outcome.counted) await outage.through(signal, () => deps.deliveries.forgive(event.id));
    }
    return undefined;
  };

  const tracedOutcome: typeof untilDecided = (event, message, signal) => {
    if (!isTracing()) return untilDecided(event, message, signal);
    const messageId = message.headers?.get('Nats-Msg-Id');
    return inSpan(consumeSpan(consumer.durable, event, messageId), async (span) => {
      const outcome = await untilDecided(event, message, signal);
      span?.set({ 'onewindow.outcome': outcome?.kind ?? 'given back' });
      if (outcome?.kind !== 'handled') span?.fail(outcome?.kind ?? 'given back');
      return outcome;
    });
  };

  const settle = async (message: JsMsg, event: EventEnvelope, signal: AbortSignal) => {
    const outcome = await tracedOutcome(event, message, signal);
    const line = {
      ...{ durable: consumer.durable, event: event.id, type: event.type },
      ...(event.traceparent !== undefined && { traceId: parseTrace(event.traceparent).traceId }),
    };
    if (outcome === undefined) {
      message.nak(timings.retry);
    } else if (outcome.kind === 'failed') {
      note('failed');
      const { retryBase: base, retryLimit: limit } = timings;
      const delay = retryDelay(outcome.attempt, { base, limit, random: deps.random() });
      log.warn({ ...line, ...outcome, delay }, 'event failed, trying again later');
      message.nak(delay);
    } else {
      note(outcome.kind);
      if (outcome.kind === 'dead-letter')
        log.error({ ...line, ...outcome }, 'event is a dead letter');
      message.ack();
      if (outcome.kind === 'handled') await deps.deliveries.handled(event.id);
    }
  };

  const receive = async (message: JsMsg, signal: AbortSignal): Promise<void> => {
    const parsed = parseEvent(message.string(), consumer.contracts);
    const line = { durable: consumer.durable, sequence: message.seq, subject: message.subject };
    if (parsed.kind === 'malformed') {
      log.error({ ...line, reason: parsed.reason }, 'message is no event, ignored');
      ignore(message);
    } else if (parsed.kind === 'unknown') {
      log.warn({ ...line, type: parsed.type }, 'event of an unknown type or version, ignored');
      ignore(message);
    } else if (consumer.since !== undefined && isBefore(parsed.event.time, consumer.since)) {
      ignore(message);
    } else if (parsed.kind === 'invalid') {
      log.error({ ...line, event: parsed.event.id }, 'event breaks its contract');
      note('dead-letter');
      const end = { reason: parsed.reason, attempts: 1 };
      await outage.through(signal, () => bury(parsed.event, end, deps));
      message.ack();
    } else {
      await copies.run(parsed.event.id, () => settle(message, parsed.event, signal));
    }
  };

  return {
    /** Never throws: what can't be settled now is given back to the broker. */
    take: async (message: JsMsg, signal: AbortSignal): Promise<void> => {
      try {
        await keepAlive(
          () => {
            unlessClosed(() => {
              message.working();
            });
          },
          timings.ackWait / 3,
          () => receive(message, signal),
        );
      } catch (error) {
        log.error({ durable: consumer.durable, reason: reasonOf(error) }, 'delivery not settled');
        unlessClosed(() => {
          message.nak(timings.retryBase);
        });
      }
    },
  };
}

async function keepAlive(beat: () => void, every: number, wait: () => Promise<void>) {
  const timer = setInterval(beat, every);
  try {
    await wait();
  } finally {
    clearInterval(timer);
  }
}

/** Whose connection is closed says nothing more: the broker delivers again to another. */
function unlessClosed(say: () => void): void {
  try {
    say();
  } catch (error) {
    if (!(error instanceof NatsError)) throw error;
  }
}

const isBefore = (time: string, since: string): boolean => Date.parse(time) < Date.parse(since);
