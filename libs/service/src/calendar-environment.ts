import {
  createCalendar,
  nationalCalendar,
  type Calendar,
  type CalendarSource,
} from '@onewindow/calendar';
import { z } from 'zod';
import { jsonVariable } from './json-variable.ts';

/**
 * `{ calendarOf }`: the calendar of a region by its id. Regions with holidays of their own (三月三 …) are
 * told of, all others have the national one (行政许可法 82).
 */
export const calendarEnvironment = z
  .object({ REGIONAL_CALENDARS: jsonVariable('calendars by region', calendarsByRegion) })
  .transform(({ REGIONAL_CALENDARS: regional }) => ({
    calendarOf: (region: string): Calendar => regional.get(region) ?? nationalCalendar,
  }));

function calendarsByRegion(json: unknown): ReadonlyMap<string, Calendar> {
  const sources = Object.entries(json as Readonly<Record<string, CalendarSource>>);
  return new Map(sources.map(([region, source]) => [region, createCalendar(source)]));
}
