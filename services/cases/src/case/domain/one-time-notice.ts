import type { ItemFact, MaterialRef } from './facts.ts';

/** The materials without which the case can't be accepted and that have not come (MAY_FOLLOW may follow: 容缺受理). */
export function missingMaterials(
  item: Pick<ItemFact, 'materials'>,
  received: readonly MaterialRef[],
): readonly MaterialRef[] {
  return item.materials
    .filter(({ id, need }) => need === 'NECESSARY' && !has(received, id))
    .map(({ id, name }) => ({ id, name }));
}

/** The ids that are not in the item's list: nobody is asked for what no guide names (在线政务服务若干规定 6). */
export function unknownMaterials(
  item: Pick<ItemFact, 'materials'>,
  ids: readonly string[],
): readonly string[] {
  return ids.filter((id) => !has(item.materials, id));
}

export function named(
  materials: readonly MaterialRef[],
  ids: readonly string[],
): readonly MaterialRef[] {
  return materials.filter(({ id }) => ids.includes(id)).map(({ id, name }) => ({ id, name }));
}

/** What is left of `wanted` when `brought` has come. */
export function without(
  wanted: readonly MaterialRef[],
  brought: readonly string[],
): readonly MaterialRef[] {
  return wanted.filter(({ id }) => !brought.includes(id));
}

function has(materials: readonly { readonly id: string }[], wanted: string): boolean {
  return materials.some(({ id }) => id === wanted);
}
