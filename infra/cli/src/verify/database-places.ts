import type { DatabasePlace } from '@onewindow/persistence';
import type { ToldProgram } from '../doctor/told-programs.ts';

/** The database of every program that has one. */
export function databasePlaces(
  programs: readonly Pick<ToldProgram, 'name' | 'environment'>[],
): readonly DatabasePlace[] {
  return programs.flatMap(({ name, environment }) => {
    const { MONGODB_URI: uri, MONGODB_DATABASE: database = name } = environment;
    return uri === undefined ? [] : [{ program: name, uri, database }];
  });
}
