import type { z } from 'zod';
import type { EnvironmentSource } from '../embedded/programs.ts';

/** Fragments by the use of what they read. */
export type EnvironmentShape = Readonly<Record<string, z.ZodType>>;

export type Environment<Shape extends EnvironmentShape> = {
  readonly [Use in keyof Shape]: z.output<Shape[Use]>;
};

/**
 * Reads the environment into an object nested by use. Pure; throws one error that tells all problems
 * at once, each in a sentence. A variable that is empty counts as not set.
 */
export function parseEnvironment<const Shape extends EnvironmentShape>(
  source: EnvironmentSource,
  shape: Shape,
): Environment<Shape> {
  const set = Object.fromEntries(
    Object.entries(source).filter(([, value]) => value !== undefined && value.trim() !== ''),
  );
  const results = Object.entries(shape).map(([use, fragment]) => ({
    use,
    result: fragment.safeParse(set),
  }));
  const sentences = results.flatMap(({ result }) =>
    result.success ? [] : result.error.issues.map(sentence),
  );
  if (sentences.length > 0) {
    const lines = [...new Set(sentences)].map((it) => `- ${it}`).join('\n');
    throw new Error(`The environment is not complete:\n${lines}`);
  }
  return Object.fromEntries(
    results.map(({ use, result }) => [use, result.data]),
  ) as Environment<Shape>;
}

const sentence = ({ path, message }: z.core.$ZodIssue): string =>
  `${path.map(String).join('.')} ${message}.`;
