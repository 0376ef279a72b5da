import type { Kind, Kinds, KindTypes, View } from '@onewindow/service';

/** What a reference inside this service leads to. It has to be there: its absence is a fault, not a null. */
export async function there<T extends KindTypes>(
  kinds: Kinds,
  kind: Kind<T>,
  id: string,
): Promise<View<T['state']>> {
  const found = await kinds.of(kind).byId.load(id);
  if (found === null) throw new Error(`A reference inside windows leads to no ${kind.kind}.`);
  return found;
}
