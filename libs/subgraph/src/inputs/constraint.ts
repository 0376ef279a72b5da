import { TEXT_FORMS, type TextForm } from '@onewindow/kernel';
import { getDirectiveValues, type GraphQLSchema, type InputValueDefinitionNode } from 'graphql';

/**
 * The most UTF-16 units that a text may have as it is sent: one with more can't be short enough once it is normalised,
 * or so much of it can't be seen that nobody typed it. What a program gave is not normalised.
 */
export const mostUnits = ({
  maxLength,
  form,
}: {
  readonly maxLength: number;
  readonly form?: TextForm | undefined;
}): number => (form === 'opaque' ? maxLength : 4 * maxLength + 1_000);

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
