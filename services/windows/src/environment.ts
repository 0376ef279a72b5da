import {
  clockEnvironment,
  httpEnvironment,
  journalEnvironment,
  logEnvironment,
  mongoEnvironment,
  natsEnvironment,
  parseEnvironment,
  requestTokenEnvironment,
  type EnvironmentSource,
} from '@onewindow/runtime';

/** Pure: all problems of the environment are told at once. */
export const readEnvironment = (source: EnvironmentSource) =>
  parseEnvironment(source, {
    mongo: mongoEnvironment,
    nats: natsEnvironment,
    http: httpEnvironment,
    requestTokens: requestTokenEnvironment,
    journal: journalEnvironment,
    log: logEnvironment,
    clock: clockEnvironment,
  });

export type WindowsEnvironment = ReturnType<typeof readEnvironment>;
