import { defaultFieldResolver, isObjectType, type GraphQLField, type GraphQLSchema } from 'graphql';
import { badUserInput } from '../graphql-errors.ts';
import type { Language } from '../language.ts';
import { refusal } from '../refusals/create-refusals.ts';
import { InputFaults } from './input-faults.ts';
import { createArgumentReader } from './input-reader.ts';
import { canRefuse } from './argument-bounds.ts';

/**
 * The one place where what people write is made the same for all ways to type it, and held against the
 * `@constraint`s of the SDL: before any resolver sees it. What is out of bounds is the refusal
 * `InvalidInput` where the field can answer that, else the error `BAD_USER_INPUT`; both name the field
 * and the bound. References (`_entities`) are of the gateway and not text.
 */
export function enforceInputs(schema: GraphQLSchema): GraphQLSchema {
  const readerOf = createArgumentReader(schema);
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith('__')) continue;
    for (const field of Object.values(type.getFields())) {
      if (!field.name.startsWith('_')) readArguments(field, readerOf(field.args));
    }
  }
  return schema;
}

function readArguments(
  field: GraphQLField<unknown, unknown>,
  read: ReturnType<ReturnType<typeof createArgumentReader>>,
): void {
  if (!read) return;
  const resolve = field.resolve ?? defaultFieldResolver;
  const answersRefusals = canRefuse(field);
  field.resolve = (...[source, args, context, info]: Parameters<typeof resolve>) => {
    const faults = new InputFaults();
    const values = read(args as Readonly<Record<string, unknown>>, faults);
    if (!faults.any) return resolve(source, values, context, info);
    const language = languageOf(context);
    const fields = faults.told(language);
    if (!answersRefusals) {
      const words = (told: Language) =>
        faults.told(told).map(({ path, message }) => `${path}: ${message}`);
      throw badUserInput({ en: words('en').join(' '), zh: words('zh').join(' ') });
    }
    return refusal({ code: 'InvalidInput', fields: fields.map(fromInput) }, language);
  };
}

/** Paths of a refusal are counted from the input. */
const fromInput = ({ path, ...more }: { readonly path: string; readonly message: string }) => ({
  path: path.replace(/^input\./, ''),
  ...more,
});

function languageOf(context: unknown): Language {
  return (context as { readonly language?: Language } | undefined)?.language ?? 'zh';
}
