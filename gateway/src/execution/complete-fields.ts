import type { Words } from '@onewindow/subgraph';
import {
  elementPlace,
  fieldPlace,
  invalidType,
  invalidValue,
  noList,
  noObject,
  nullHere,
  unknownType,
  untold,
} from './completion-words.ts';
import {
  getNamedType,
  getNullableType,
  isAbstractType,
  isCompositeType,
  isLeafType,
  isListType,
  isNonNullType,
  type GraphQLCompositeType,
  type GraphQLOutputType,
} from 'graphql';
import { inherits, isAnswerObject, readOwn, type AnswerObject } from './answer-object.ts';
import {
  collectFields,
  dependsOnType,
  type CollectedField,
  type SelectionScope,
  type TypedSelection,
} from './collect-fields.ts';
import { jsonString } from './json-text.ts';
import { leafPrinter, type LeafPrinter } from './leaf-values.ts';
import {
  addError,
  addFault,
  BUBBLING,
  FAULTY,
  keepTime,
  printed,
  refuseSize,
  type Completed,
  type CompleteValue,
  type Completion,
} from './value-completion.ts';

export interface ShapeScope extends SelectionScope {
  /** Callers' aliases by what stands for them in the plan. */
  readonly responseNames: ReadonlyMap<string, string>;
  /** Answers `__schema` and `__type`. */
  readonly introspect: (field: CollectedField, variables: Completion['variables']) => unknown;
}

interface FieldWriter {
  readonly key: string;
  readonly name: string;
  /** The name as JSON with its colon, and a comma before all but the first. */
  readonly head: string;
  /** Whether objects have something of that name that is not theirs. */
  readonly isInherited: boolean;
  /** Whether a subgraph has to tell it, and may not say null. */
  readonly isNeeded: boolean;
  /** Of a leaf: the whole way, but for a null or a value that is none of the type. */
  readonly print: LeafPrinter | undefined;
  readonly complete: CompleteValue;
  /** Undefined of what the gateway says itself. */
  readonly toldBy: string | undefined;
}

/** The function that writes the answer of a selection set from what the subgraphs told. */
export function compileObject(
  scope: ShapeScope,
  declared: GraphQLCompositeType,
  selections: readonly TypedSelection[],
): CompleteValue {
  const writers = new Map<string, readonly FieldWriter[]>();
  const writersFor = (type: GraphQLCompositeType): readonly FieldWriter[] => {
    let found = writers.get(type.name);
    if (found === undefined) {
      found = collectFields(scope, type, selections).map((field, at) =>
        compileField(scope, field, at),
      );
      writers.set(type.name, found);
    }
    return found;
  };
  const mustKnowType = isAbstractType(declared) && dependsOnType(selections, scope);
  const byTypename = new Map<unknown, readonly FieldWriter[]>();
  const writersOf = (typename: unknown, completion: Completion) => {
    const type = typename === undefined ? declared : typeNamed(scope, typename);
    if (type === undefined || !isCompositeType(type)) {
      addFault(completion, invalidType(placeOf(completion, declared.name)));
      return undefined;
    }
    if (mustKnowType && isAbstractType(type)) {
      addError(completion, unknownType(type.name));
      return undefined;
    }
    const found = writersFor(type);
    byTypename.set(typename, found);
    return found;
  };
  return (value, completion) => {
    if (!isAnswerObject(value)) {
      addError(completion, noObject(declared.name));
      return FAULTY;
    }
    const typename = value['__typename'];
    const found = byTypename.get(typename) ?? writersOf(typename, completion);
    if (found === undefined) return FAULTY;
    return completion.shared?.has(value) === true
      ? writeShared(value, found, completion)
      : writeObject(value, found, completion);
  };
}

/** Faults are told for each place, so that only what has none is written once for all of them. */
function writeShared(
  value: AnswerObject,
  writers: readonly FieldWriter[],
  completion: Completion,
): Completed {
  const { shared, faults, errors } = completion;
  const written = shared?.get(value);
  if (written?.writers === writers) return written.text;
  const before = faults.length + errors.length;
  const text = writeObject(value, writers, completion);
  const isFaultless = typeof text === 'string' && faults.length + errors.length === before;
  if (isFaultless) shared?.set(value, { writers, text });
  return text;
}

function typeNamed({ schema }: ShapeScope, typename: unknown) {
  return typeof typename === 'string' ? schema.getType(typename) : undefined;
}

function writeObject(
  value: AnswerObject,
  writers: readonly FieldWriter[],
  completion: Completion,
): Completed {
  const { isPlain } = completion;
  let text = '{';
  // No more of a writer is looked at than is needed: of leaves, for which this is mostly called, three things.
  for (const writer of writers) {
    const told = writer.isInherited ? readOwn(value, writer.key) : value[writer.key];
    const leaf = writer.print?.(told, isPlain);
    if (leaf !== undefined) {
      text += writer.head + leaf;
      continue;
    }
    if (told === undefined && writer.isNeeded && isAbsent(value, completion)) return null;
    completion.path.push(writer.name);
    if (told === undefined) noteUntold(value, writer, completion);
    const completed = writer.complete(told, completion);
    completion.path.pop();
    if (completed === BUBBLING) return FAULTY;
    text += writer.head + printed(completed);
  }
  return `${text}}`;
}

/** Of what is hidden or not there nothing more is said: the object is null, and an error only where null may not be. */
const isAbsent = (object: AnswerObject, { unknown }: Completion): boolean =>
  unknown?.get(object) === 'ABSENT';

/** Nobody was asked, or an answer lacks what was asked for. */
function noteUntold(object: AnswerObject, { toldBy }: FieldWriter, completion: Completion): void {
  if (toldBy === undefined || completion.unknown?.has(object) === true) return;
  addFault(completion, untold(toldBy));
}

function compileField(scope: ShapeScope, field: CollectedField, at: number): FieldWriter {
  const { key } = field;
  const name = scope.responseNames.get(key) ?? key;
  const head = `${at === 0 ? '' : ','}${jsonString(name)}:`;
  const isOurs = field.type === undefined || field.name === '__typename';
  const { print, complete } = compileFieldValue(scope, field, name);
  return {
    ...{ key, name, head, isInherited: inherits(key), print, complete },
    isNeeded: !isOurs && isNonNullType(field.type),
    toldBy: isOurs ? undefined : `${field.parent.name}.${field.name}`,
  };
}

function compileFieldValue(
  scope: ShapeScope,
  field: CollectedField,
  name: string,
): Pick<FieldWriter, 'print' | 'complete'> {
  const { type, parent } = field;
  if (field.name === '__typename') {
    const typename = jsonString(parent.name);
    return { print: () => typename, complete: () => typename };
  }
  if (type === undefined) {
    const complete: CompleteValue = (_, { variables }) =>
      JSON.stringify(scope.introspect(field, variables));
    return { print: undefined, complete };
  }
  const place = (of: GraphQLOutputType, completion: Completion) =>
    placeOf(completion, String(of), `${parent.name}.${name}`);
  const selections = field.nodes.flatMap(({ selectionSet }) =>
    selectionSet === undefined
      ? []
      : [{ selectionSet, type: getNamedType(type) as GraphQLCompositeType }],
  );
  const leaf = getNullableType(type);
  return {
    print: isLeafType(leaf) ? leafPrinter(leaf) : undefined,
    complete: compileValue(type, { scope, selections, place }),
  };
}

interface ValueOptions {
  readonly scope: ShapeScope;
  readonly selections: readonly TypedSelection[];
  /** For messages. */
  readonly place: (type: GraphQLOutputType, completion: Completion) => Words;
}

function compileValue(type: GraphQLOutputType, options: ValueOptions): CompleteValue {
  if (!isNonNullType(type)) {
    const complete = compileNullable(type, options);
    return (value, completion) =>
      value === undefined || value === null ? null : complete(value, completion);
  }
  // Not by the function above: one call less for each object and list that may not be null.
  const complete = compileNullable(type.ofType, options);
  return (value, completion) => {
    const completed = value === undefined || value === null ? null : complete(value, completion);
    if (typeof completed === 'string') return completed;
    if (completed === null) {
      addFault(completion, nullHere(options.place(type.ofType, completion)));
    }
    return BUBBLING;
  };
}

function compileNullable(type: GraphQLOutputType, options: ValueOptions): CompleteValue {
  if (isListType(type)) return compileList(compileValue(type.ofType, options), type.ofType);
  if (isLeafType(type)) {
    const print = leafPrinter(type);
    return (value, completion) => {
      const text = print(value, completion.isPlain);
      if (text !== undefined) return text;
      addFault(completion, invalidValue(options.place(type, completion)));
      return FAULTY;
    };
  }
  return compileObject(options.scope, type as GraphQLCompositeType, options.selections);
}

function compileList(complete: CompleteValue, element: GraphQLOutputType): CompleteValue {
  return (value, completion) => {
    if (!Array.isArray(value)) {
      addError(completion, noList(String(element)));
      return FAULTY;
    }
    const list = value as readonly unknown[];
    const { path } = completion;
    const depth = path.length;
    const { size } = completion.bounds;
    path.push(0);
    let text = '[';
    let isBubbling = false;
    for (let index = 0; index < list.length; index += 1) {
      path[depth] = index;
      const completed = complete(list[index], completion);
      if (completed === BUBBLING) isBubbling = true;
      else text += index === 0 ? printed(completed) : `,${printed(completed)}`;
      if (text.length > size) refuseSize(size);
      completion.rowsLeft -= 1;
      if (completion.rowsLeft === 0) keepTime(completion);
    }
    path.pop();
    return isBubbling ? FAULTY : `${text}]`;
  };
}

/** By the field; without its name by the last key of the path. */
function placeOf({ path }: Completion, type: string, field = String(path.at(-1))): Words {
  const last = path.at(-1);
  return typeof last === 'number' ? elementPlace(type, last) : fieldPlace(field);
}
