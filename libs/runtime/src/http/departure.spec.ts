import { createDeparture, departureOf, signalOf } from './departure.ts';

it('tells those who asked, once, and nobody who took it back', () => {
  const departure = createDeparture();
  const told: string[] = [];
  departure.onLeave(() => told.push('first'));
  departure.onLeave(() => told.push('second'))();
  expect(departure.hasLeft).toBe(false);
  departure.leave();
  departure.leave();
  expect(departure.hasLeft).toBe(true);
  expect(told).toEqual(['first']);
});

it('is a signal for those who want one, also afterwards', () => {
  const departure = createDeparture();
  const signal = signalOf(departure);
  expect(signal.aborted).toBe(false);
  departure.leave();
  expect(signal.aborted).toBe(true);
  expect(signalOf(departure).aborted).toBe(true);
});

it('can be that of a signal', () => {
  const controller = new AbortController();
  const departure = departureOf(controller.signal);
  const reasons: Error[] = [];
  departure.onLeave((reason) => reasons.push(reason));
  departure.onLeave((reason) => reasons.push(reason))();
  controller.abort(new Error('gone'));
  expect(departure.hasLeft).toBe(true);
  expect(reasons.map(({ message }) => message)).toEqual(['gone']);
});
