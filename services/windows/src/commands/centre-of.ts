import type { Caller } from '@onewindow/service';
import type { Journals } from '../persistence/create-journals.ts';

/** The centre that a department has entered: null for none, and for a department that is not there. */
export async function centreOf(
  { departments }: Journals,
  department: string,
  { at }: Caller,
): Promise<string | null> {
  const found = await departments.find(department, at);
  return found?.state.status === 'ENTERED' ? found.state.centre : null;
}
