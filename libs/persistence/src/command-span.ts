import { inSpan, type SpanDescription } from '@onewindow/runtime';
import type { CommandMeta, Outcome } from './journal.ts';
import type { Coded } from './journal-workings.ts';

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
  kind: string,
  request: Request,
  run: (request: Request) => Promise<Outcome<State, Event, Rejection>>,
): Promise<Outcome<State, Event, Rejection>> {
  return inSpan(commandSpan(kind, request.meta), async (span) => {
    if (!span) return run(request);
    const outcome = await run(underSpan(request, span));
    span.set({ 'onewindow.outcome': outcomeOf(outcome) });
    return outcome;
  });
}

/** The same for many new aggregates, which one span stands for. */
export function inCreationsSpan<Request extends { readonly meta: CommandMeta }, Result>(
  kind: string,
  requests: readonly Request[],
  run: (requests: readonly Request[]) => Promise<Result>,
): Promise<Result> {
  const [first] = requests;
  if (first === undefined) return run(requests);
  return inSpan(commandSpan(kind, first.meta), (span) => {
    if (!span) return run(requests);
    span.set({ 'onewindow.requests': requests.length });
    return run(requests.map((request) => underSpan(request, span)));
  });
}

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
