import type { Viewer } from '@onewindow/identity';
import type { Kinds } from '@onewindow/service';
import { isPartByCode } from './division-code.ts';
import { regionKind } from './region.kind.ts';

/** More levels than any tree of regions has: province, city, county, township, village. */
const DEEPEST = 16;

/** Whether a region is this one, or a part of it: by the tree as registered, else by its code. */
export async function isPartOf(kinds: Kinds, region: string, whole: string): Promise<boolean> {
  if (region === whole) return true;
  const { fresh } = kinds.of(regionKind);
  const [part, top] = await Promise.all([fresh(region), fresh(whole)]);
  if (part && top && isPartByCode(part.code, top.code)) return true;
  let above = part?.parent ?? null;
  for (let level = 0; above !== null && level < DEEPEST; level++) {
    if (above === whole) return true;
    above = (await fresh(above))?.parent ?? null;
  }
  return false;
}

/**
 * Whether the viewer registers in this region: a manager in his own and its parts (002:8, 002:159), a program that
 * brings a catalogue in anywhere. `NoRegion`: his sign-in names none. `RegionOfAnother`: it is no part of his.
 */
export async function reaches(
  kinds: Kinds,
  { kind, region: own }: Viewer,
  region: string,
): Promise<true | 'NoRegion' | 'RegionOfAnother'> {
  if (kind === 'SERVICE') return true;
  if (own === undefined) return 'NoRegion';
  return (await isPartOf(kinds, region, own)) || 'RegionOfAnother';
}

/** Whether a department of this region may enter the viewer's centre: one of his region, of a part, or one from above (002:163). */
export async function takesIn(
  kinds: Kinds,
  viewer: Viewer,
  region: string,
): Promise<true | 'NoRegion' | 'RegionOfAnother'> {
  const reached = await reaches(kinds, viewer, region);
  if (reached !== 'RegionOfAnother' || viewer.region === undefined) return reached;
  return (await isPartOf(kinds, viewer.region, region)) || reached;
}
