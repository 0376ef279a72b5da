import { Worker } from 'node:worker_threads';
import type { QueryPlan } from '@apollo/query-planner';
import type { Log, Metrics } from '@onewindow/runtime';
import { deadlineExceeded, receiveError } from '@onewindow/subgraph';
import { createFailedTexts } from './failed-texts.ts';
import { createTextTurns, type Asker } from './text-turns.ts';
import type { TextWork } from './text-work.ts';
import type { AskedWork, DoneWork, ThreadData } from './thread-messages.ts';

export interface ThreadWorkOptions {
  /** `planning-thread`, built. */
  readonly file: URL | string;
  readonly data: ThreadData;
  readonly log: Log;
  readonly metrics: Metrics;
  /** How long one text may take, in milliseconds; 5 s. */
  readonly longest?: number;
  /** The arguments of Node; those of this process by default. */
  readonly execArgv?: readonly string[];
}

export interface ThreadWork extends TextWork {
  /** Resolves when the thread is ready. Rejects when there can be none. */
  start(): Promise<void>;
  stop(): Promise<void>;
}

const LONGEST = 5_000;
/** Of the thread's heap: what needs more is no operation that anybody means. */
const MEGABYTES = 512;

/**
 * In a thread of its own, one text at a time, the callers in turn, so that a new text delays nobody but other new texts, however dear it is.
 * A thread that has died, or that was ended because a text took too long, is replaced when the next one is asked; the
 * text that it had in hand is answered with an error, and so is the same text again for some minutes, at once.
 */
export function createThreadWork(options: ThreadWorkOptions): ThreadWork {
  const { log, longest = LONGEST } = options;
  const countWork = options.metrics.counter({
    name: 'onewindow_planning_thread_total',
    help: 'What the thread that reads new texts of operations was asked, by kind.',
    labels: ['kind'],
  });
  const countEnd = options.metrics.counter({
    name: 'onewindow_planning_thread_ended_total',
    help: 'Threads that read new texts of operations and ended before their time.',
  });
  const inTurn = createTextTurns();
  const failed = createFailedTexts();
  let isStopping = false;
  let thread: Promise<Worker> | undefined;

  const begin = async (): Promise<Worker> => {
    const worker = new Worker(options.file, {
      workerData: options.data,
      resourceLimits: { maxOldGenerationSizeMb: MEGABYTES },
      ...(options.execArgv && { execArgv: [...options.execArgv] }),
    });
    worker.on('error', (error) => {
      log.error({ err: error }, 'the planning thread failed');
    });
    worker.once('exit', () => {
      thread = undefined;
      if (!isStopping) countEnd();
    });
    await nextMessage(worker);
    return worker;
  };
  const threadOf = (): Promise<Worker> => {
    if (isStopping) throw new Error('The gateway is stopping.');
    return (thread ??= begin().catch((error: unknown) => {
      thread = undefined;
      throw error;
    }));
  };
  const refuseFailed = (asked: AskedWork): void => {
    const error = failed.find(asked);
    if (error) throw error;
  };
  const ask = async (asked: AskedWork, asker: Asker | undefined): Promise<DoneWork> => {
    refuseFailed(asked);
    return inTurn(asker, async () => {
      // While it waited, the same may have been tried.
      refuseFailed(asked);
      const worker = await threadOf();
      countWork({ kind: asked.kind });
      worker.postMessage(asked);
      try {
        const done = await answerOf(worker, longest);
        if ('refused' in done || 'failed' in done) throw errorOf(done);
        return done;
      } catch (error) {
        if (!isStopping) failed.put(asked, error as Error);
        throw error;
      }
    });
  };
  return {
    start: async () => {
      await threadOf();
    },
    stop: async () => {
      isStopping = true;
      await (await thread?.catch(() => undefined))?.terminate();
    },
    read: async (text, asker) => {
      const done = await ask({ kind: 'READ', text }, asker);
      if ('says' in done) return { ok: true, says: done.says };
      if ('errors' in done) return { ok: false, errors: done.errors.map(receiveError) };
      throw somethingElse();
    },
    plan: async (text, operationName, asker) => {
      const done = await ask({ kind: 'PLAN', text, operationName }, asker);
      if ('plan' in done) return JSON.parse(done.plan) as QueryPlan;
      throw somethingElse();
    },
  };
}

async function answerOf(worker: Worker, longest: number): Promise<DoneWork> {
  const ended = { late: false };
  const timer = setTimeout(() => {
    ended.late = true;
    void worker.terminate();
  }, longest);
  try {
    return (await nextMessage(worker)) as DoneWork;
  } catch (error) {
    throw ended.late ? deadlineExceeded() : error;
  } finally {
    clearTimeout(timer);
  }
}

/** Rejects when the thread ends before. */
function nextMessage(worker: Worker): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const onMessage = (message: unknown) => {
      worker.off('exit', onExit);
      resolve(message);
    };
    const onExit = () => {
      worker.off('message', onMessage);
      reject(new Error('The planning thread has ended.'));
    };
    worker.once('message', onMessage);
    worker.once('exit', onExit);
  });
}

const errorOf = (
  done: Extract<DoneWork, { readonly failed: string } | { readonly refused: unknown }>,
): Error => ('refused' in done ? receiveError(done.refused) : new Error(done.failed));

const somethingElse = () => new Error('The planning thread answered something else.');
