import type { Instant } from '@onewindow/kernel';
import { instant, readCursor, writeCursor } from '@onewindow/kernel';
import { refusal } from '../refusals/create-refusals.ts';
import { connection, type Connection } from '../relay/connection.ts';
import { pageRequest } from '../relay/page-request.ts';
import type { SubgraphRequest } from '../request.ts';

/** What messaging's `createDeadLetters` offers, as far as the graph needs it. */
export interface DeadLetterDesk {
  list(page: {
    readonly first: number;
    readonly after?: string;
  }): Promise<{ readonly letters: readonly Letter[]; readonly hasNextPage: boolean }>;
  find(id: string): Promise<Letter | null>;
  retry(id: string): Promise<boolean>;
  drop(id: string): Promise<boolean>;
}
interface Letter {
  readonly id: string;
  readonly durable: string;
  readonly event: { readonly id: string; readonly type: string; readonly subject: string };
  readonly reason: string;
  readonly attempts: number;
  readonly failedAt: string;
}

/** A dead letter as the base SDL shows it. */
export interface DeadLetterView extends Omit<Letter, 'event' | 'failedAt'> {
  readonly eventType: string;
  readonly subject: string;
  readonly event: string;
  readonly failedAt: Instant;
}

/** What the resolvers of a service's dead letters need of its context. */
export type DeadLetterContext = Pick<SubgraphRequest, 'language' | 'log' | 'viewer'> & {
  readonly deadLetters: DeadLetterDesk;
};

/** The field `<service>DeadLetters(first, after)`, whose name its cursors bear. */
export async function listDeadLetters(
  { deadLetters }: DeadLetterContext,
  args: Parameters<typeof pageRequest>[0],
  field: string,
): Promise<Connection<DeadLetterView>> {
  const { first, after } = pageRequest(args);
  const page = { first, ...(after !== undefined && { after: idOf(field, after) }) };
  const { letters, hasNextPage } = await deadLetters.list(page);
  const edges = letters.map((node) => ({ cursor: writeCursor(field, [node.id]), node }));
  return connection({ edges, hasNextPage, hasPreviousPage: after !== undefined }, toView);
}

/** `retry<Service>DeadLetter(input)`: who did it is logged. */
export async function retryDeadLetter(
  { deadLetters, language, log, viewer }: DeadLetterContext,
  { id }: { readonly id: string },
) {
  if (!(await deadLetters.retry(id))) return refusal({ code: 'NotFound' }, language);
  const left = await deadLetters.find(id);
  log.info({ letter: id, viewer: viewer.id, handled: left === null }, 'dead letter tried again');
  return {
    __typename: 'RetryDeadLetterSuccess',
    deadLetter: left && toView(left),
  } as const;
}

/** `drop<Service>DeadLetter(input)`: who did it is logged, with what is gone for good. */
export async function dropDeadLetter(
  { deadLetters, language, log, viewer }: DeadLetterContext,
  { id }: { readonly id: string },
) {
  const letter = await deadLetters.find(id);
  if (!letter || !(await deadLetters.drop(id))) return refusal({ code: 'NotFound' }, language);
  const { durable, event } = letter;
  log.warn({ letter: id, durable, event: event.id, viewer: viewer.id }, 'dead letter dropped');
  return { __typename: 'DropDeadLetterSuccess', id } as const;
}

function toView({ event, failedAt, ...letter }: Letter): DeadLetterView {
  return {
    ...letter,
    eventType: event.type,
    subject: event.subject,
    event: JSON.stringify(event),
    failedAt: instant(failedAt),
  };
}

const idOf = (field: string, cursor: string): string => String(readCursor(field, cursor, 1)[0]);
