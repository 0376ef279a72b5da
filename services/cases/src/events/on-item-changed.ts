import {
  itemAbolished,
  itemConfirmed,
  itemEntered,
  itemPublished,
  itemRegistered,
  itemRevised,
  itemSubmittedForReview,
  itemSuspended,
} from '@onewindow/contracts';
import { keepSnapshot, type Reaction } from '@onewindow/service';
import type { Replicas } from '../replicas/create-replicas.ts';

const contracts = [
  itemRegistered,
  itemRevised,
  itemSubmittedForReview,
  itemConfirmed,
  itemPublished,
  itemEntered,
  itemSuspended,
  itemAbolished,
] as const;

/** Whether an item takes applications, with which materials and limits (X06). */
export function onItemChanged({ items }: Pick<Replicas, 'items'>): Reaction {
  return keepSnapshot([...contracts], items, (item, head) => ({
    ...head,
    region: item.region,
    department: item.department,
    centre: item.centre,
    kind: item.kind,
    handlingMode: item.handlingMode,
    status: item.status,
    revision: item.revision,
    statutoryLimit: item.statutoryLimit,
    committedLimit: item.committedLimit,
    materials: item.materials,
  }));
}
