import { personalDataEnvironment, type EnvironmentSource } from '@onewindow/runtime';
import { parseServiceEnvironment } from '@onewindow/service';

/** Pure: all problems of the environment are told at once. */
export const parseDisclosureEnvironment = (source: EnvironmentSource) =>
  parseServiceEnvironment(source, {
    // What somebody wrote before it was public is kept as personal data is.
    personalData: personalDataEnvironment,
  });

export type DisclosureEnvironment = ReturnType<typeof parseDisclosureEnvironment>;
