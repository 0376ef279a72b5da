import {
  isInputObjectType,
  isLeafType,
  isListType,
  isNonNullType,
  isRequiredInputField,
  type GraphQLInputObjectType,
  type GraphQLInputType,
  type GraphQLScalarType,
} from 'graphql';
import type { InputMark, InputMarks } from './input-marks.ts';
import type { InputVisit } from './input-visit.ts';
import { leafInput, type CoerceInput } from './leaf-input.ts';

export interface InputCoercionOptions {
  readonly marks: InputMarks;
  /** Scalars by name, for a schema whose own ones take anything: values are held against them and left as they are. */
  readonly scalars?: Readonly<Record<string, GraphQLScalarType>>;
}

/** How values of a type are read, compiled once for each type. Agrees with graphql-js's `coerceInputValue`. */
export function createInputCoercion(
  options: InputCoercionOptions,
): (type: GraphQLInputType) => CoerceInput {
  const { marks, scalars = {} } = options;
  const known = new Map<GraphQLInputType, CoerceInput>();
  const of = (type: GraphQLInputType): CoerceInput => {
    let found = known.get(type);
    if (found === undefined) known.set(type, (found = compile(type)));
    return found;
  };
  const compile = (type: GraphQLInputType): CoerceInput => {
    if (isNonNullType(type)) {
      const inner = of(type.ofType);
      const text = String(type);
      return (value, visit) =>
        value === null || value === undefined ? visit.add('NULL', text) : inner(value, visit);
    }
    const inner = isListType(type) ? listInput(type.ofType) : ofNamed(type);
    return (value, visit) => (value === null || value === undefined ? null : inner(value, visit));
  };
  const ofNamed = (type: GraphQLInputType): CoerceInput => {
    if (isLeafType(type)) return leafInput(type, scalars);
    if (isInputObjectType(type)) return objectInput(type);
    throw new Error(`${String(type)} is no input.`);
  };
  const listInput = (itemType: GraphQLInputType): CoerceInput => {
    const item = of(itemType);
    const name = `[${String(itemType)}]`;
    return (value, visit) => {
      if (!Array.isArray(value)) return [item(value, visit)];
      visit.count(value.length, name);
      const { path } = visit;
      const at = path.push(0) - 1;
      const items = value.map((each: unknown, index) => {
        path[at] = index;
        return item(each, visit);
      });
      path.pop();
      return items;
    };
  };
  const objectInput = (type: GraphQLInputObjectType): CoerceInput => {
    // Later: an input may hold itself.
    let fields: readonly InputField[] | undefined;
    return (value, visit) => {
      if (typeof value !== 'object' || Array.isArray(value)) {
        return visit.add('WRONG_TYPE', type.name);
      }
      visit.descend(type.name);
      fields ??= fieldsOf(type, of, marks);
      return readObject(value as Given, { type, fields, visit });
    };
  };
  return of;
}

type Given = Readonly<Record<string, unknown>>;

interface InputField extends InputPlace {
  readonly name: string;
  readonly isRequired: boolean;
  /** Undefined when there is none. */
  readonly byDefault: unknown;
}

function fieldsOf(
  type: GraphQLInputObjectType,
  coerceOf: (type: GraphQLInputType) => CoerceInput,
  marks: InputMarks,
): readonly InputField[] {
  return Object.values(type.getFields()).map((field) => ({
    name: field.name,
    type: String(field.type),
    coerce: coerceOf(field.type),
    mark: marks.get(`${type.name}.${field.name}`),
    isRequired: isRequiredInputField(field),
    byDefault: field.defaultValue,
  }));
}

interface ReadContext {
  readonly type: GraphQLInputObjectType;
  readonly fields: readonly InputField[];
  readonly visit: InputVisit;
}

function readObject(given: Given, about: ReadContext): unknown {
  const { type, fields, visit } = about;
  const read = Object.create(null) as Record<string, unknown>;
  let known = 0;
  for (const field of fields) {
    const value = Object.hasOwn(given, field.name) ? given[field.name] : undefined;
    if (value !== undefined) {
      known += 1;
      visit.path.push(field.name);
      read[field.name] = readMarked(value, field, visit);
      visit.path.pop();
    } else if (field.byDefault !== undefined) read[field.name] = field.byDefault;
    else if (field.isRequired) {
      visit.path.push(field.name);
      visit.add('MISSING', field.type);
      visit.path.pop();
    }
  }
  visit.count(known, type.name);
  noteUnknown(given, type, visit);
  if (type.isOneOf) noteNotOneOf(read, about);
  return read;
}

/** A place that the SDL may have marked. */
export interface InputPlace {
  readonly type: string;
  readonly coerce: CoerceInput;
  readonly mark: InputMark | undefined;
}

/** Reads a value at a place. */
export function readMarked(value: unknown, at: InputPlace, visit: InputVisit): unknown {
  const { mark, coerce } = at;
  if (mark?.isPersonal !== true) return coerce(value, visit);
  visit.personal += 1;
  const read = coerce(value, visit);
  visit.personal -= 1;
  return read;
}

function noteUnknown(given: Given, type: GraphQLInputObjectType, visit: InputVisit): void {
  const fields = type.getFields();
  for (const key in given) {
    if (Object.hasOwn(fields, key)) continue;
    visit.path.push(key);
    visit.add('UNKNOWN_FIELD', type.name);
    visit.path.pop();
  }
}

function noteNotOneOf(
  read: Readonly<Record<string, unknown>>,
  { type, fields, visit }: ReadContext,
): void {
  const keys = Object.keys(read);
  const [only] = keys;
  if (keys.length !== 1) visit.add('NOT_ONE_OF', type.name);
  if (only !== undefined && read[only] === null) {
    const field = fields.find(({ name }) => name === only);
    visit.path.push(only);
    visit.add('NULL', `${field?.type ?? type.name}!`);
    visit.path.pop();
  }
}
