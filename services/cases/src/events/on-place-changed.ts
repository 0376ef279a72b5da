import { centreEvents, departmentEvents, windowEvents } from '@onewindow/contracts';
import { allOf, keepSnapshot, type Reaction } from '@onewindow/service';
import type { Replicas } from '../replicas/create-replicas.ts';

/** Which windows are open. */
export function onWindowChanged({ windows }: Pick<Replicas, 'windows'>): Reaction {
  return keepSnapshot(allOf(windowEvents), windows, ({ status }, head) => ({ ...head, status }));
}

/** The code that receipts of a centre begin with. */
export function onCentreRegistered({ centres }: Pick<Replicas, 'centres'>): Reaction {
  return keepSnapshot(allOf(centreEvents), centres, ({ code }, head) => ({ ...head, code }));
}

/** What a department is called, and who is in charge of it: its denials are reported to him (002:100, 000:14). */
export function onDepartmentChanged({ departments }: Pick<Replicas, 'departments'>): Reaction {
  return keepSnapshot(
    allOf(departmentEvents),
    departments,
    ({ name, leaderInCharge = null }, head) => ({
      ...head,
      name,
      leaderInCharge,
    }),
  );
}
