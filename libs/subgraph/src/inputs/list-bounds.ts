import {
  getNamedType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isUnionType,
  TypeInfo,
  valueFromAST,
  visit,
  visitWithTypeInfo,
  type DocumentNode,
  type GraphQLError,
  type GraphQLField,
  type GraphQLInputObjectType,
  type GraphQLInputType,
  type GraphQLSchema,
  type ValueNode,
} from 'graphql';
import { wordedError } from '../own-words.ts';
import { argumentCoordinate, type InputMarks } from '../variables/input-marks.ts';
import { boundWords } from './bound-words.ts';

type Values = Readonly<Record<string, unknown>>;
type Path = readonly (string | number)[];
type Note = (path: Path, broken: { readonly limit: number; readonly found: number }) => void;
/** Looks at one coerced value for lists that are too long. */
type Check = (value: unknown, path: Path, note: Note) => void;

/** The lists of one operation's arguments, held against their `@constraint(maxItems:)`. */
export type HoldLists = (values: Values) => readonly GraphQLError[];

export interface ListBounds {
  /** Compiles it for a valid operation's document; undefined where no list of it has a bound. */
  compile(document: DocumentNode): HoldLists | undefined;
}

/** More of them help nobody. */
const MOST_FAULTS = 20;

/**
 * Refuses lists that are too long before anybody is asked. A field that can answer `InvalidInput` is left to its
 * subgraph, which tells it as data.
 */
export function createListBounds(schema: GraphQLSchema, marks: InputMarks): ListBounds {
  const checks = new Map<GraphQLInputObjectType, Check>();
  const bounded = new Map<GraphQLInputObjectType, boolean>();

  /** Whether a list below has a bound; an input that holds itself is looked at once. */
  const hasBounds = (type: GraphQLInputObjectType): boolean => {
    const known = bounded.get(type);
    if (known !== undefined) return known;
    bounded.set(type, false);
    const found = Object.values(type.getFields()).some((field) => {
      const named = getNamedType(field.type);
      const mark = marks.get(`${type.name}.${field.name}`);
      return mark?.maxItems !== undefined || (isInputObjectType(named) && hasBounds(named));
    });
    bounded.set(type, found);
    return found;
  };
  const checkOf = (type: GraphQLInputType, maxItems: number | undefined): Check | undefined => {
    if (isNonNullType(type)) return checkOf(type.ofType, maxItems);
    if (isListType(type)) return listCheck(checkOf(type.ofType, undefined), maxItems);
    return isInputObjectType(type) && hasBounds(type) ? objectCheck(type) : undefined;
  };
  const objectCheck = (type: GraphQLInputObjectType): Check => {
    const known = checks.get(type);
    if (known) return known;
    let fields: readonly (readonly [string, Check])[] | undefined;
    const check: Check = (value, path, note) => {
      fields ??= Object.values(type.getFields()).flatMap((field) => {
        const found = checkOf(field.type, marks.get(`${type.name}.${field.name}`)?.maxItems);
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
      const places: Place[] = [];
      const types = new TypeInfo(schema);
      visit(
        document,
        visitWithTypeInfo(types, {
          Argument: ({ name, value }) => {
            const parent = types.getParentType();
            const field = types.getFieldDef();
            const type = types.getInputType();
            // Of a directive, or of a field that tells it as data.
            if (!parent || !field || !type || types.getDirective() || canRefuse(field)) return;
            const coordinate = argumentCoordinate(parent.name, field.name, name.value);
            const check = checkOf(type, marks.get(coordinate)?.maxItems);
            if (check) places.push({ value, type, check, name: name.value });
          },
        }),
      );
      return places.length === 0 ? undefined : (values) => hold(places, values);
    },
  };
}

interface Place {
  readonly value: ValueNode;
  readonly type: GraphQLInputType;
  readonly check: Check;
  /** Of the argument. */
  readonly name: string;
}

function hold(places: readonly Place[], values: Values): readonly GraphQLError[] {
  const errors: GraphQLError[] = [];
  const note: Note = (path, broken) => {
    if (errors.length < MOST_FAULTS) errors.push(tooManyItems(path, broken));
  };
  for (const { value, type, check, name } of places) {
    const given = valueFromAST(value, type, values);
    if (given !== undefined && given !== null) check(given, [name], note);
  }
  return errors;
}

const listCheck = (item: Check | undefined, maxItems = Infinity): Check | undefined =>
  item === undefined && maxItems === Infinity
    ? undefined
    : (value, path, note) => {
        const list = value as readonly unknown[];
        if (list.length > maxItems) note(path, { limit: maxItems, found: list.length });
        else if (item) {
          for (const [index, one] of list.entries()) {
            if (one !== null && one !== undefined) item(one, [...path, index], note);
          }
        }
      };

function tooManyItems(
  path: Path,
  broken: { readonly limit: number; readonly found: number },
): GraphQLError {
  const place = path.join('.');
  const { en, zh } = boundWords.maxItems;
  return wordedError(
    'BAD_USER_INPUT',
    { en: `${place}: ${en(broken)}`, zh: `${place}：${zh(broken)}` },
    { extensions: { kind: 'TOO_MANY', inputPath: path, ...broken, http: { status: 400 } } },
  );
}

/** Whether a field can answer that its input is wrong. */
export function canRefuse({ type }: Pick<GraphQLField<unknown, unknown>, 'type'>): boolean {
  const named = getNamedType(type);
  return isUnionType(named) && named.getTypes().some(({ name }) => name === 'InvalidInput');
}
