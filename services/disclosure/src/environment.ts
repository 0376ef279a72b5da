import type { EnvironmentSource } from '@onewindow/runtime';
import { parseServiceEnvironment } from '@onewindow/service';

/** Pure: all problems of the environment are told at once. */
export const parseDisclosureEnvironment = (source: EnvironmentSource) =>
  parseServiceEnvironment(source, {});

export type DisclosureEnvironment = ReturnType<typeof parseDisclosureEnvironment>;
