import { programOfWheels, programOnPath, type EnvironmentSource } from './programs.ts';

/** Nothing to run: the sentence says what to do about it. */
export interface Missing {
  readonly kind: 'missing';
  readonly advice: string;
}

interface Program {
  readonly command: string;
  /** To be added to the environment that the program is started with. */
  readonly env: Readonly<Record<string, string>>;
}

export type LocatedMongo =
  | { readonly kind: 'address'; readonly uri: string }
  | ({ readonly kind: 'mongod' } & Program)
  | ({ readonly kind: 'secantus' } & Program)
  | Missing;

export type LocatedNats =
  | { readonly kind: 'address'; readonly url: string }
  | ({ readonly kind: 'nats-server' } & Program)
  | Missing;

/** MONGODB_URI, else `mongod` on the PATH, else the server of the pinned wheels. */
export function locateMongo(env: EnvironmentSource, root: string): LocatedMongo {
  const uri = env['MONGODB_URI'] ?? '';
  if (uri !== '') return { kind: 'address', uri };
  const mongod = programOnPath(env, 'mongod');
  if (mongod !== undefined) return { kind: 'mongod', command: mongod, env: {} };
  const secantus = programOfWheels(root, 'secantusd-py');
  return secantus === undefined
    ? missing('MONGODB_URI', 'mongod')
    : { kind: 'secantus', ...secantus };
}

/** NATS_URL, else `nats-server` on the PATH, else the one of the pinned wheels. */
export function locateNats(env: EnvironmentSource, root: string): LocatedNats {
  const url = env['NATS_URL'] ?? '';
  if (url !== '') return { kind: 'address', url };
  const onPath = programOnPath(env, 'nats-server');
  if (onPath !== undefined) return { kind: 'nats-server', command: onPath, env: {} };
  const wheel = programOfWheels(root, 'nats-server');
  return wheel === undefined
    ? missing('NATS_URL', 'nats-server')
    : { kind: 'nats-server', ...wheel };
}

function missing(variable: string, program: string): Missing {
  return {
    kind: 'missing',
    advice: `Set ${variable}, put ${program} on the PATH, or install infra/local/requirements.txt into .onewindow/python.`,
  };
}
