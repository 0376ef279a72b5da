import type { Clock } from '@onewindow/runtime';
import { createLoader } from '@onewindow/subgraph';
import type { DepartmentJournal } from './department.kind.ts';

/** The centre that a department has entered: null for none, and for a department that is not there. */
export type CentreOf = (department: string) => Promise<string | null>;

/** Asks for all departments of a turn with one Mongo command, and remembers none: a department may enter at any time. */
export function createCentreOf(
  departments: Pick<DepartmentJournal, 'findMany'>,
  clock: Clock,
): CentreOf {
  const centres = createLoader(async (ids: readonly string[]) =>
    (await departments.findMany(ids, clock.now())).map((found) =>
      found?.state.status === 'ENTERED' ? found.state.centre : null,
    ),
  );
  return (department) => centres.clear(department).load(department);
}
