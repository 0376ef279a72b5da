import type { Instant } from './instant.ts';

/** One version of a rule: what holds from a moment on, until the next version begins. */
export interface Version<Content> {
  /** Counted from 1; deadlines and decisions name it. */
  readonly n: number;
  readonly validFrom: Instant;
  readonly content: Content;
  /** The paper that sets it, as it is cited; null where nothing is cited. */
  readonly document: string | null;
  /** Who set it. */
  readonly by: string;
}

/** All versions of one rule, oldest first. None is ever changed or taken away: the past has to stay explainable. */
export type Versions<Content> = readonly Version<Content>[];

/** Why a version can't be set: it would change what held already, or stand before one that was set. */
export type VersionFault = 'BEFORE_NOW' | 'BEFORE_NEWEST';

/**
 * The versions that hold or will: without those that another, set later, replaced before they began. A replacement
 * begins no later than what it replaces, so that `versionAt` never finds the replaced one.
 */
export const holdingVersions = <Content>(versions: Versions<Content>): Versions<Content> =>
  versions.filter(
    (version, index) =>
      !versions.slice(index + 1).some(({ validFrom }) => validFrom <= version.validFrom),
  );

/**
 * What is wrong with a new version that begins at `validFrom`, or null. Never before now, since what was decided under
 * the old version was decided rightly; never before the newest of `versions`, unless that has not begun and the new one
 * `replaces` it: then not before the one that holds until then.
 */
export function versionFault(
  versions: Versions<unknown>,
  {
    validFrom,
    now,
    replaces,
  }: {
    readonly validFrom: Instant;
    readonly now: Instant;
    readonly replaces?: number | null | undefined;
  },
): VersionFault | null {
  if (validFrom < now) return 'BEFORE_NOW';
  const newest = holdingVersions(versions).findLast(
    ({ n, validFrom: from }) => n !== replaces || from <= now,
  );
  return newest && validFrom < newest.validFrom ? 'BEFORE_NEWEST' : null;
}

/**
 * The versions with one more at their end. Throws a `RangeError` where the new one begins before the newest and does not
 * replace it: a decider refuses by `versionFault` first, an event that was accepted never does.
 */
export function withVersion<Content>(
  versions: Versions<Content>,
  {
    validFrom,
    content,
    document,
    by,
    replaces,
  }: Omit<Version<Content>, 'n'> & { readonly replaces?: number | null | undefined },
): Versions<Content> {
  const newest = versions.at(-1);
  if (newest && newest.n !== replaces && validFrom < newest.validFrom) {
    throw new RangeError(`A version of ${validFrom} stands before one of ${newest.validFrom}.`);
  }
  return [...versions, { n: (newest?.n ?? 0) + 1, validFrom, content, document, by }];
}

/** The version in force at a moment; undefined before the first. Of two that begin at the same moment the later set holds. */
export function versionAt<Held extends Pick<Version<unknown>, 'validFrom'>>(
  versions: readonly Held[],
  moment: Instant,
): Held | undefined {
  return versions.findLast(({ validFrom }) => validFrom <= moment);
}

/** A rule that was looked up: its version, and the place that set it. */
export interface FoundVersion<Held> {
  readonly place: string;
  readonly version: Held;
}

/**
 * The version in force at a moment for the nearest of `places` that has one: a place, its superior, …, its region.
 * Undefined where none has: then the cited default in code holds.
 */
export function nearestVersion<Held extends Pick<Version<unknown>, 'validFrom'>>(
  places: readonly string[],
  versionsOf: (place: string) => readonly Held[] | undefined,
  moment: Instant,
): FoundVersion<Held> | undefined {
  for (const place of places) {
    const version = versionAt(versionsOf(place) ?? [], moment);
    if (version) return { place, version };
  }
  return undefined;
}
