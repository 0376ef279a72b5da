import type { DatabasePlace } from '@onewindow/persistence';
import type { ToldProgram } from '../doctor/told-programs.ts';

/** The database of every program that has one, and the names of those that have none (a gateway). */
export function databasePlaces(programs: readonly Pick<ToldProgram, 'name' | 'environment'>[]): {
  readonly places: readonly DatabasePlace[];
  readonly without: readonly string[];
} {
  const without: string[] = [];
  const places = programs.flatMap(({ name, environment }) => {
    const { MONGODB_URI: uri, MONGODB_DATABASE: database = name } = environment;
    if (uri !== undefined) return [{ program: name, uri, database }];
    without.push(name);
    return [];
  });
  return { places, without };
}
