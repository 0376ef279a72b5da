import { itemEvents } from '@onewindow/contracts';
import { keepSnapshot, type Reaction } from '@onewindow/service';
import type { Replicas } from '../replicas/create-replicas.ts';

/** Whether an item takes applications, with which materials and limits (X06). */
export function onItemChanged({ items }: Pick<Replicas, 'items'>): Reaction {
  return keepSnapshot(Object.values(itemEvents), items, (item, head) => ({
    ...head,
    name: item.name,
    region: item.region,
    department: item.department,
    centre: item.centre,
    kind: item.kind,
    handlingMode: item.handlingMode,
    status: item.status,
    revision: item.revision,
    statutoryLimit: item.statutoryLimit,
    committedLimit: item.committedLimit,
    ...(item.fees && { fees: item.fees }),
    materials: item.materials,
    specialProcedures: item.specialProcedures,
  }));
}
