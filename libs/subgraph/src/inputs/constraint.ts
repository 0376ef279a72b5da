import { TEXT_FORMS, type TextForm } from '@onewindow/kernel';
import { getDirectiveValues, type GraphQLSchema, type InputValueDefinitionNode } from 'graphql';

/** What `@constraint` says of an argument or an input field. Absent: no such bound. */
export interface Constraint {
  /** Characters of a text, once it is normalised; in a list, of each. */
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly form: TextForm;
  /** What is wrong with one item is the resolver's to tell: of the others it takes nothing away. */
  readonly eachApart: boolean;
}

/** Ids are of programs: not text, but not endless either. */
export const LONGEST_ID = 200;

/** Throws where the SDL names a form that there is not: better not to start. */
export function constraintOf(
  schema: GraphQLSchema,
  node: InputValueDefinitionNode | null | undefined,
): Constraint {
  const definition = schema.getDirective('constraint');
  const values = definition && node ? getDirectiveValues(definition, node) : undefined;
  const { format = 'line', eachApart = false, ...bounds } = values ?? {};
  const form = TEXT_FORMS.find((one) => one === format);
  if (!form) throw new Error(`${node?.name.value ?? ''} has the unknown format ${String(format)}.`);
  return { ...bounds, form, eachApart: eachApart === true };
}
