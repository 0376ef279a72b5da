import { findCentre, localSecrets } from '@onewindow/local/centre';
import { programOfVariables, programsOfFiles, type ToldProgram } from './doctor/told-programs.ts';

/** Which centre somebody asks about. */
export interface Question {
  readonly root: string;
  readonly env: NodeJS.ProcessEnv;
  /** The gateway's port of a centre of `npm start`. */
  readonly port: number;
  /** Files with the environments of a real centre's programs. */
  readonly files: readonly string[];
}

/** The programs of a real centre by their environments, or those of the centre that `npm start` runs here. */
export function whoIsAsked({ root, env, port, files }: Question): {
  readonly isLocal: boolean;
  readonly told: readonly ToldProgram[];
  readonly secrets: readonly string[];
} {
  const real = files.length > 0 ? programsOfFiles(files) : programOfVariables(env);
  if (real.length > 0) {
    return { isLocal: false, told: real, secrets: Object.values(localSecrets(root) ?? {}) };
  }
  const { programs, secrets } = findCentre({ root, port, env });
  const told = programs.map((it) => ({ ...it, isGateway: it.name === 'gateway' }));
  return { isLocal: true, told, secrets };
}
