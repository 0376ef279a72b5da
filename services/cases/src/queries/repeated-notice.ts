import type { CaseEvent, SecondNoticeRefused } from '../domain/case-events.ts';

/**
 * The attempt at a second notice among what a command added: kept as a fact for supervision (002:33), and
 * a refusal to who tried.
 */
export function repeatedNotice(events: readonly CaseEvent[]): SecondNoticeRefused | undefined {
  return events.find((event) => event.type === 'SecondNoticeRefused');
}
