import { dayOf, daysBetween, deadline } from '@onewindow/calendar';
import type { CaseFile, CountedClock, Owed } from './case.ts';
import type { AcceptCase } from './case-commands.ts';
import { started, type Counting } from './clocks.ts';
import type { MaterialRef } from './facts.ts';
import type { JudgedBy } from './judged-as-filed.ts';
import { named, without } from './one-time-notice.ts';

type Promised =
  | { readonly ok: true; readonly owed?: Owed; readonly clock?: CountedClock }
  | {
      readonly ok: false;
      readonly refusal:
        | {
            readonly code: 'NotLacking';
            readonly because: 'NotOwable';
            readonly materials: readonly MaterialRef[];
          }
        | { readonly code: 'PromiseNotAhead' };
    };

/** What a promise is looked at by: the item as it was filed, the case, and its calendar. */
interface Accepting {
  readonly judged: JudgedBy;
  readonly state: CaseFile;
  readonly counting: Counting;
}

/** For so many days at most a paper is owed (local rule). */
const MOST_DAYS = 90;

/**
 * 容缺受理 (L15): papers that may follow are owed on the applicant's written promise, all by one day, which is a clock of
 * the case; what the law demands beforehand can't be promised. Refused: `NotLacking`, `NotOwable` for what may not
 * follow, is not of the list or has come; `PromiseNotAhead` for a day that is not after today, or
 * more than `MOST_DAYS` away.
 */
export function promiseOf(
  { promise, at }: AcceptCase,
  { judged, state, counting }: Accepting,
): Promised {
  if (promise === null) return { ok: true };
  const mayFollow = judged.materials.filter(
    ({ id, need }) => need === 'MAY_FOLLOW' && !state.materials.some((paper) => paper.id === id),
  );
  const materials = named(mayFollow, promise.materials);
  const wrong = promise.materials.filter((id) => !materials.some((one) => one.id === id));
  if (wrong.length > 0 || materials.length === 0) {
    const known = named(judged.materials, wrong);
    const unknown = without(
      wrong.map((id) => ({ id, name: id })),
      known.map(({ id }) => id),
    );
    return {
      ok: false,
      refusal: { code: 'NotLacking', because: 'NotOwable', materials: [...known, ...unknown] },
    };
  }
  const days = daysBetween(dayOf(at), promise.until);
  if (days <= 0 || days > MOST_DAYS) return { ok: false, refusal: { code: 'PromiseNotAhead' } };
  const { calendar } = counting;
  const period = { value: days, unit: 'CALENDAR_DAYS' } as const;
  const rule = '容缺受理承诺(本地规则)';
  const due = deadline({ calendar, rule, startedAt: at, period, suspensions: [] });
  return {
    ok: true,
    owed: { materials, until: promise.until, paper: promise.paper },
    clock: started('OWED', due, counting),
  };
}
