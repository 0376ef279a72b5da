import {
  clockEnvironment,
  httpEnvironment,
  journalEnvironment,
  logEnvironment,
  mongoEnvironment,
  natsEnvironment,
  parseEnvironment,
  requestTokenEnvironment,
  type Environment,
  type EnvironmentShape,
  type EnvironmentSource,
} from '@onewindow/runtime';
import { z } from 'zod';

/** A fail point exists on a developer's machine and nowhere else. */
const localEnvironment = z
  .object({ ONEWINDOW_LOCAL: z.string().optional(), ONEWINDOW_FAIL_POINT: z.string().optional() })
  .transform(({ ONEWINDOW_LOCAL, ONEWINDOW_FAIL_POINT }) => {
    const isLocal = ONEWINDOW_LOCAL === '1';
    return { isLocal, failPoint: isLocal ? ONEWINDOW_FAIL_POINT : undefined };
  });

/** What every service is told by its environment. */
export const serviceEnvironment = {
  mongo: mongoEnvironment,
  nats: natsEnvironment,
  http: httpEnvironment,
  requestTokens: requestTokenEnvironment,
  journal: journalEnvironment,
  log: logEnvironment,
  clock: clockEnvironment,
  local: localEnvironment,
} as const satisfies EnvironmentShape;

export type ServiceEnvironment = Environment<typeof serviceEnvironment>;

/** What every service is told, and `own`. All problems are thrown at once. */
export const parseServiceEnvironment = <const Own extends EnvironmentShape>(
  source: EnvironmentSource,
  own: Own,
) => parseEnvironment(source, { ...serviceEnvironment, ...own });
