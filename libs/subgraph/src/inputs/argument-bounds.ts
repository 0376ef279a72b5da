import {
  getNamedType,
  GraphQLID,
  GraphQLString,
  isInputObjectType,
  isListType,
  isNonNullType,
  isUnionType,
  valueFromAST,
  type DocumentNode,
  type GraphQLError,
  type GraphQLField,
  type GraphQLInputObjectType,
  type GraphQLInputType,
  type GraphQLSchema,
} from 'graphql';
import { wordedError } from '../own-words.ts';
import type { InputMark, InputMarks } from '../variables/input-marks.ts';
import { argumentPlaces, type ArgumentPlace } from './argument-places.ts';
import { boundWords } from './bound-words.ts';
import { LONGEST_ID, mostUnits } from './constraint.ts';

type Values = Readonly<Record<string, unknown>>;
type Path = readonly (string | number)[];
interface Broken {
  readonly bound: 'maxItems' | 'maxLength';
  readonly limit: number;
  readonly found: number;
}
type Note = (path: Path, broken: Broken) => void;
/** Looks at one coerced value for lists and texts that are too long. */
type Check = (value: unknown, path: Path, note: Note) => void;

/** The lists and texts of one operation's arguments, held against their `@constraint`s. */
export type HoldArguments = (values: Values) => readonly GraphQLError[];

export interface ArgumentBounds {
  /** Compiles it for a valid operation's document; undefined where nothing of it has a bound. */
  compile(document: DocumentNode): HoldArguments | undefined;
}

/** More of them help nobody. */
const MOST_FAULTS = 20;

/**
 * Refuses lists that are too long, and texts that can't be short enough once they are normalised, before anybody is
 * asked. A field that can answer `InvalidInput` is left to its subgraph, which tells it as data.
 */
export function createArgumentBounds(schema: GraphQLSchema, marks: InputMarks): ArgumentBounds {
  const checks = new Map<GraphQLInputObjectType, Check>();
  const bounded = new Map<GraphQLInputObjectType, boolean>();

  /** Whether something below may have a bound; an input that holds itself is looked at once. */
  const hasBounds = (type: GraphQLInputObjectType): boolean => {
    const known = bounded.get(type);
    if (known !== undefined) return known;
    bounded.set(type, true);
    const found = Object.values(type.getFields()).some(
      (field) => checkOf(field.type, marks.get(`${type.name}.${field.name}`)) !== undefined,
    );
    bounded.set(type, found);
    return found;
  };
  const checkOf = (type: GraphQLInputType, mark: InputMark | undefined): Check | undefined => {
    if (isNonNullType(type)) return checkOf(type.ofType, mark);
    if (isListType(type)) return listCheck(checkOf(type.ofType, mark), mark?.maxItems);
    if (isInputObjectType(type)) return hasBounds(type) ? objectCheck(type) : undefined;
    if (type === GraphQLID) return textCheck(LONGEST_ID, LONGEST_ID);
    if (type !== GraphQLString || mark?.maxLength === undefined) return undefined;
    return textCheck(mark.maxLength, mostUnits({ ...mark, maxLength: mark.maxLength }));
  };
  const objectCheck = (type: GraphQLInputObjectType): Check => {
    const known = checks.get(type);
    if (known) return known;
    let fields: readonly (readonly [string, Check])[] | undefined;
    const check: Check = (value, path, note) => {
      fields ??= Object.values(type.getFields()).flatMap((field) => {
        const found = checkOf(field.type, marks.get(`${type.name}.${field.name}`));
        return found ? [[field.name, found] as const] : [];
      });
      for (const [name, hold] of fields) {
        const given = (value as Values)[name];
        if (given !== undefined && given !== null) hold(given, [...path, name], note);
      }
    };
    checks.set(type, check);
    return check;
  };

  return {
    compile: (document) => {
      const held = argumentPlaces(schema, document).flatMap((place) => {
        const { field, type, coordinate } = place;
        const check = canRefuse(field) ? undefined : checkOf(type, marks.get(coordinate));
        return check ? [{ ...place, check }] : [];
      });
      return held.length === 0 ? undefined : (values) => hold(held, values);
    },
  };
}

function hold(
  held: readonly (ArgumentPlace & { readonly check: Check })[],
  values: Values,
): readonly GraphQLError[] {
  const errors: GraphQLError[] = [];
  const note: Note = (path, broken) => {
    if (errors.length < MOST_FAULTS) errors.push(outOfBounds(path, broken));
  };
  for (const { value, type, check, name } of held) {
    const given = valueFromAST(value, type, values);
    if (given !== undefined && given !== null) check(given, [name], note);
  }
  return errors;
}

const textCheck =
  (limit: number, most: number): Check =>
  (value, path, note) => {
    const found = (value as string).length;
    if (found > most) note(path, { bound: 'maxLength', limit, found });
  };

const listCheck = (item: Check | undefined, maxItems = Infinity): Check | undefined =>
  item === undefined && maxItems === Infinity
    ? undefined
    : (value, path, note) => {
        const list = value as readonly unknown[];
        if (list.length > maxItems)
          note(path, { bound: 'maxItems', limit: maxItems, found: list.length });
        else if (item) {
          for (const [index, one] of list.entries()) {
            if (one !== null && one !== undefined) item(one, [...path, index], note);
          }
        }
      };

const KINDS = { maxItems: 'TOO_MANY', maxLength: 'TOO_LONG' } as const;

function outOfBounds(path: Path, { bound, ...broken }: Broken): GraphQLError {
  const place = path.join('.');
  const { en, zh } = boundWords[bound];
  return wordedError(
    'BAD_USER_INPUT',
    { en: `${place}: ${en(broken)}`, zh: `${place}：${zh(broken)}` },
    { extensions: { kind: KINDS[bound], inputPath: path, ...broken, http: { status: 400 } } },
  );
}

/** Whether a field can answer that its input is wrong. */
export function canRefuse({ type }: Pick<GraphQLField<unknown, unknown>, 'type'>): boolean {
  const named = getNamedType(type);
  return isUnionType(named) && named.getTypes().some(({ name }) => name === 'InvalidInput');
}
