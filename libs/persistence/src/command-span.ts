import { inSpan, type SpanDescription } from '@onewindow/runtime';
import type { CommandMeta, Outcome } from './journal.ts';
import type { Coded, JournalDependencies } from './journal-workings.ts';

/**
 * Runs a command as a span of its own, under what runs now or, where nothing does, under its own
 * `traceparent`. What it writes names this span, so that its effects elsewhere stand under it.
 */
export function inCommandSpan<
  Request extends { readonly meta: CommandMeta },
  State,
  Event,
  Rejection extends Coded,
>(
  { type: { kind }, countCommand }: Observed,
  request: Request,
  run: (request: Request) => Promise<Outcome<State, Event, Rejection>>,
): Promise<Outcome<State, Event, Rejection>> {
  return inSpan(commandSpan(kind, request.meta), async (span) => {
    const outcome = await run(span ? underSpan(request, span) : request);
    const ended = outcomeOf(outcome);
    span?.set({ 'onewindow.outcome': ended });
    countCommand?.({ aggregate: kind, outcome: ended });
    return outcome;
  });
}

/** The same for many new aggregates, which one span stands for. */
export function inCreationsSpan<
  Request extends { readonly meta: CommandMeta },
  State,
  Event,
  Rejection extends Coded,
>(
  { type: { kind }, countCommand }: Observed,
  requests: readonly Request[],
  run: (requests: readonly Request[]) => Promise<readonly Outcome<State, Event, Rejection>[]>,
): Promise<readonly Outcome<State, Event, Rejection>[]> {
  const [first] = requests;
  if (first === undefined) return run(requests);
  return inSpan(commandSpan(kind, first.meta), async (span) => {
    span?.set({ 'onewindow.requests': requests.length });
    const outcomes = await run(span ? requests.map((it) => underSpan(it, span)) : requests);
    for (const outcome of outcomes)
      countCommand?.({ aggregate: kind, outcome: outcomeOf(outcome) });
    return outcomes;
  });
}

type Observed = Pick<JournalDependencies, 'countCommand'> & {
  readonly type: { readonly kind: string };
};

/** Mutations are the program's own words; ids and arguments are not told. */
const commandSpan = (kind: string, { mutation, traceparent }: CommandMeta): SpanDescription => ({
  name: `${mutation ?? 'command'} ${kind}`,
  kind: 'internal',
  attributes: { 'onewindow.aggregate': kind },
  ...(traceparent !== undefined && { otherwise: traceparent }),
});

const underSpan = <Request extends { readonly meta: CommandMeta }>(
  request: Request,
  { traceparent }: { readonly traceparent: string },
): Request => ({ ...request, meta: { ...request.meta, traceparent } });

const outcomeOf = (outcome: Outcome<unknown, unknown, Coded>): string => {
  if (!outcome.ok) return outcome.rejection.code;
  return outcome.repeated ? 'repeated' : 'accepted';
};
