import { textKeysEnvironment, type EnvironmentSource } from '@onewindow/runtime';
import { parseServiceEnvironment } from '@onewindow/service';

/** Pure: all problems of the environment are told at once. */
export const parseSampleserviceEnvironment = (source: EnvironmentSource) =>
  parseServiceEnvironment(source, { textKeys: textKeysEnvironment });

export type SampleserviceEnvironment = ReturnType<typeof parseSampleserviceEnvironment>;
