import { addDays, dayOf, type Calendar } from '@onewindow/calendar';
import { addMilliseconds, type Instant } from '@onewindow/kernel';
import { idFromCommand } from '@onewindow/persistence';
import { COUNTERS, type Counter } from '../counters.ts';
import { subjectOf } from '../../identity-provider/personas.ts';
import type { LoadedItem } from '../load-items.ts';
import { arrivals, type Arrival } from './arrivals.ts';
import { dealFates, type Card } from './fates.ts';
import { complaintsAbout } from './complaints.ts';
import { createHall, type Hall } from './hall.ts';
import { momentOf, workingDayUpTo } from './opening-hours.ts';
import { openSpan, queueOf } from './queue.ts';
import { createRandom, type Random } from './random.ts';
import type { Step } from './step.ts';
import { isIncomplete, storyOf, type Act, type Matter } from './stories.ts';
import { applicantOf } from './who-applies.ts';

export interface Past {
  readonly calendar: Calendar;
  /** When the centre was loaded first: nothing happens after it. */
  readonly anchor: Instant;
  readonly items: readonly LoadedItem[];
  readonly seed: number;
}

const DAYS = 95;
/** Enough to look like a centre, and played within the patience of whoever starts it. */
const ARRIVALS = 210;
const MINUTE = 60_000;

/** The morning on which the demo centre opened, three months before it was loaded. */
export const openingOf = ({ calendar, anchor }: Pick<Past, 'calendar' | 'anchor'>): Instant =>
  momentOf(workingDayUpTo(calendar, addDays(dayOf(anchor), -DAYS)), 8 * 60 + 30);

/** The last moment of the past. */
const endOf = (anchor: Instant): Instant => addMilliseconds(anchor, -MINUTE);

/** When the hall was last open in the past: the personas' own cases come then. */
export const lastOpenMoment = ({ calendar, anchor }: Pick<Past, 'calendar' | 'anchor'>): Instant =>
  openSpan(calendar, endOf(anchor)).end;

/**
 * Three months of a centre, in order of time: who comes when, what is done with it by whom, and who waits today.
 * The same past gives the same plan.
 */
export function planHistory(past: Past): readonly Step[] {
  const { calendar, anchor, seed } = past;
  const random = createRandom(seed);
  const from = addDays(dayOf(openingOf(past)), 1);
  const until = endOf(anchor);
  const came = arrivals(random, { calendar, from, until, count: ARRIVALS });
  const busy = came.filter(({ via }) => via === 'WINDOW').map(({ at }) => at);
  const hall = createHall(random, calendar, { from, until, busy });
  const fates = dealFates();
  let serial = 0;
  const tell = (arrival: Arrival, card: Card, counter?: Counter): readonly Step[] => {
    const matter = matterOf(past, random, { arrival, card, counter, serial: ++serial });
    return stepsOf(matter, { arrival, card, hall });
  };
  const steps = [
    ...came.flatMap((arrival) => tell(arrival, fates.next().value as Card)),
    ...queueOf(random, { calendar, until }).flatMap(({ at, counter }) =>
      tell({ at, via: 'WINDOW' }, { fate: 'WAITING', weight: 0 }, counter),
    ),
  ];
  return inOrder([...steps, ...complaintsAbout(steps, { random, hall })]);
}

/** By time; what is of one moment stays in the order of its telling. */
const inOrder = (steps: readonly Step[]): readonly Step[] =>
  steps
    .map((step, order) => ({ step, order }))
    .sort((one, other) =>
      one.step.at === other.step.at
        ? one.order - other.order
        : one.step.at < other.step.at
          ? -1
          : 1,
    )
    .map(({ step }) => step);

function matterOf(
  { items }: Past,
  random: Random,
  given: {
    readonly arrival: Arrival;
    readonly card: Card;
    readonly counter: Counter | undefined;
    readonly serial: number;
  },
): Matter {
  const { arrival, card, serial } = given;
  const fitting = items.filter(
    ({ department, mode }) =>
      (given.counter === undefined || given.counter.department === department) &&
      (card.takesDays !== true || mode === 'COMMITTED'),
  );
  const item = random.weighted(fitting);
  const counter = COUNTERS.find(({ department }) => department === item.department);
  if (counter === undefined) throw new Error(`No counter serves ${item.department}`);
  return { random, serial, item, counter, via: arrival.via };
}

function stepsOf(
  matter: Matter,
  { arrival, card, hall }: { readonly arrival: Arrival; readonly card: Card; readonly hall: Hall },
): readonly Step[] {
  const { random, serial, item, counter, via } = matter;
  const who = applicantOf(random, { serial, via, counter });
  const applicant = who.persona ?? counter.officer.key;
  const idOf = (mutation: string) => `demo-${String(serial).padStart(4, '0')}-${mutation}`;
  const submission = idOf('submitCase');
  const caseId = idFromCommand('submitCase', subjectOf(applicant), submission);
  const first: Step = {
    at: arrival.at,
    about: caseId,
    persona: applicant,
    mutation: 'submitCase',
    input: {
      commandId: submission,
      itemId: item.id,
      materials: isIncomplete(card.fate) ? item.materials.slice(0, 1) : item.materials,
      applicant: who.applicant,
      matter: `演示路 ${serial} 号`,
    },
  };
  const personas = { APPLICANT: applicant, OFFICER: counter.officer.key, CHIEF: counter.chief.key };
  const steps = [first];
  let last = first;
  for (const { by, mutation, input, wait, isSigned = false } of storyOf(matter, card)) {
    const persona = personas[by];
    const at = momentAfter(hall, last, { persona, wait });
    if (at === null) break;
    last = {
      at,
      about: caseId,
      persona,
      mutation,
      input: {
        ...{ commandId: idOf(mutation), caseId, ...input },
        ...(isSigned &&
          who.persona === undefined && {
            paper: { reference: `DEMO-${serial}`, signedOn: dayOf(at) },
          }),
      },
    };
    steps.push(last);
  }
  return steps;
}

/** One person may do two things in one moment; what another one does comes later. */
function momentAfter(
  hall: Hall,
  last: Step,
  { persona, wait }: { readonly persona: string; readonly wait: Act['wait'] },
): Instant | null {
  if (wait === 'AT_ONCE' && persona === last.persona) return last.at;
  return typeof wait === 'number' ? hall.later(last.at, wait) : hall.next(last.at);
}
