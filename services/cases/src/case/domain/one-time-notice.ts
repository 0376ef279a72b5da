import type { RequestSupplement } from './case-commands.ts';
import type { Defect } from './case.ts';
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
  item: { readonly materials: readonly MaterialRef[] },
  ids: readonly string[],
): readonly string[] {
  return ids.filter((id) => !has(item.materials, id));
}

/** The lines of a notice as they were given: what is to be brought, and what is wrong with what has come of it. */
interface Lines {
  readonly lines: readonly string[];
  readonly defects: RequestSupplement['defects'];
}

/**
 * The first ground on which a notice asks for what does not lack, with all materials that it is so of; null where every
 * line is lawful. A line is necessary, and is missing, or came and is defective, with a reason: else the application is
 * complete and is accepted (行政许可法 32(5)). A bad copy of what is not necessary, or may follow, stops nobody. All lines
 * are of the item's list.
 */
export function notLacking(
  item: Pick<ItemFact, 'materials'>,
  received: readonly MaterialRef[],
  { lines, defects }: Lines,
) {
  const isDefective = (id: string) => defects.some(({ material }) => material === id);
  const groundOf = ({ id, need }: ItemFact['materials'][number]) => {
    if (need === 'NOT_NECESSARY') return 'NotNecessary' as const;
    if (need === 'MAY_FOLLOW') return 'MayFollow' as const;
    if (has(received, id)) return isDefective(id) ? null : ('Received' as const);
    return isDefective(id) ? ('NotReceived' as const) : null;
  };
  const needless = item.materials
    .filter(({ id }) => lines.includes(id))
    .flatMap((material) => {
      const because = groundOf(material);
      return because === null ? [] : [{ because, id: material.id, name: material.name }];
    });
  const because = needless[0]?.because;
  return because === undefined
    ? null
    : {
        because,
        materials: needless
          .filter((one) => one.because === because)
          .map(({ id, name }) => ({ id, name })),
      };
}

/** What is wrong, by the names of the item's list, in the order in which it was written. */
export function defectsOf(
  item: Pick<ItemFact, 'materials'>,
  defects: RequestSupplement['defects'],
): readonly Defect[] {
  return defects.flatMap(({ material, reason }) =>
    named(item.materials, [material]).map((of) => ({ ...of, reason })),
  );
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
