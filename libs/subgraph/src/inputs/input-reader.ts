import { normalText } from '@onewindow/kernel';
import {
  GraphQLID,
  GraphQLString,
  isInputObjectType,
  isListType,
  isNonNullType,
  type GraphQLArgument,
  type GraphQLInputObjectType,
  type GraphQLInputType,
  type GraphQLSchema,
} from 'graphql';
import { constraintOf, LONGEST_ID, mostUnits, type Constraint } from './constraint.ts';
import { InputFaults } from './input-faults.ts';

/** Reads one coerced value, which is never null: normalised, repetitions gone, its faults noted. */
type Reader = (value: unknown, path: string, faults: InputFaults) => unknown;
const LENGTH = ['minLength', 'maxLength'] as const;
const ITEMS = ['minItems', 'maxItems'] as const;
type Values = Readonly<Record<string, unknown>>;
type ReadArguments = (values: Values, faults: InputFaults) => Values;

/**
 * How the arguments of a field are read, made once for a schema. Undefined where none of them holds a
 * text, an id or a list.
 */
export function createArgumentReader(schema: GraphQLSchema) {
  const readers = new Map<GraphQLInputObjectType, Reader>();

  const readerOfObject = (type: GraphQLInputObjectType): Reader => {
    const known = readers.get(type);
    if (known) return known;
    let fields: ReadonlyMap<string, Reader> | undefined;
    // Input types may hold each other: the fields' readers are made when the first value comes.
    const reader: Reader = (value, path, faults) => {
      fields ??= readersOf(Object.values(type.getFields()));
      return readFields(value as Values, { fields, faults, path: `${path}.` });
    };
    readers.set(type, reader);
    return reader;
  };

  const readerOf = (type: GraphQLInputType, constraint: Constraint): Reader | undefined => {
    if (isNonNullType(type)) return readerOf(type.ofType, constraint);
    if (isListType(type)) return listReader(readerOf(type.ofType, constraint), constraint);
    if (isInputObjectType(type)) return readerOfObject(type);
    if (type === GraphQLString) return textReader(constraint);
    return type === GraphQLID ? idReader : undefined;
  };

  const readersOf = (given: readonly Pick<GraphQLArgument, 'name' | 'type' | 'astNode'>[]) =>
    new Map(
      given.flatMap(({ name, type, astNode }) => {
        const reader = readerOf(type, constraintOf(schema, astNode));
        return reader ? [[name, reader] as const] : [];
      }),
    );

  return (given: readonly GraphQLArgument[]): ReadArguments | undefined => {
    const fields = readersOf(given);
    if (fields.size === 0) return undefined;
    return (values, faults) => readFields(values, { fields, faults, path: '' });
  };
}

function readFields(
  values: Values,
  reading: {
    readonly fields: ReadonlyMap<string, Reader>;
    readonly faults: InputFaults;
    readonly path: string;
  },
): Values {
  const { fields, faults, path } = reading;
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => {
      const reader = value == null ? undefined : fields.get(name);
      return [name, reader ? reader(value, `${path}${name}`, faults) : value];
    }),
  );
}

const textReader =
  (constraint: Constraint): Reader =>
  (value, path, faults) => {
    const given = value as string;
    const { maxLength = Infinity, form } = constraint;
    if (given.length > mostUnits({ maxLength, form })) {
      faults.hold(path, LENGTH, { found: given.length, constraint });
      return given;
    }
    const text = normalText(given, form);
    faults.hold(path, LENGTH, { found: lengthOf(text), constraint });
    return text;
  };

const idReader: Reader = (value, path, faults) => {
  const found = (value as string).length;
  faults.hold(path, LENGTH, { found, constraint: { maxLength: LONGEST_ID } });
  return value;
};

/** The length is that of the list as it came: who sends a value 10,000 times is not read on. */
const listReader =
  (item: Reader | undefined, constraint: Constraint): Reader =>
  (value, path, faults) => {
    const list = value as readonly unknown[];
    faults.hold(path, ITEMS, { found: list.length, constraint });
    if (list.length > (constraint.maxItems ?? Infinity)) return list;
    const read = list.map((one, index) =>
      item && one != null
        ? item(one, `${path}.${index}`, constraint.eachApart ? new InputFaults() : faults)
        : one,
    );
    return withoutRepetitions(read);
  };

/** Objects are not compared: two materials of the same words are two. */
const withoutRepetitions = (list: readonly unknown[]) =>
  typeof list[0] === 'object' ? list : [...new Set(list)];

/** In characters, not in UTF-16 halves; a long text is not walked. */
const lengthOf = (text: string) => (text.length > 50_000 ? text.length : Array.from(text).length);
