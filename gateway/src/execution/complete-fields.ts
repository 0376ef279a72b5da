import {
  getNamedType,
  isAbstractType,
  isCompositeType,
  isLeafType,
  isListType,
  isNonNullType,
  type GraphQLCompositeType,
  type GraphQLOutputType,
} from 'graphql';
import { isAnswerObject, readOwn, writeOwn, type AnswerObject } from './answer-object.ts';
import {
  collectFields,
  dependsOnType,
  type CollectedField,
  type SelectionScope,
  type TypedSelection,
} from './collect-fields.ts';
import { isValueOf } from './leaf-values.ts';
import {
  addError,
  addFault,
  BUBBLING,
  FAULTY,
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
  readonly complete: CompleteValue;
}

/** The function that makes the answer of a selection set from what the subgraphs told. */
export function compileObject(
  scope: ShapeScope,
  declared: GraphQLCompositeType,
  selections: readonly TypedSelection[],
): CompleteValue {
  const writers = new Map<string, readonly FieldWriter[]>();
  const writersFor = (type: GraphQLCompositeType): readonly FieldWriter[] => {
    let found = writers.get(type.name);
    if (found === undefined) {
      found = collectFields(scope, type, selections).map((field) => compileField(scope, field));
      writers.set(type.name, found);
    }
    return found;
  };
  const mustKnowType = isAbstractType(declared) && dependsOnType(selections, scope);
  return (value, completion) => {
    if (!isAnswerObject(value)) {
      addError(completion, `An object of ${declared.name} was expected.`);
      return FAULTY;
    }
    const typename = readOwn(value, '__typename');
    const type = typename === undefined ? declared : typeNamed(scope, typename);
    if (type === undefined || !isCompositeType(type)) {
      addFault(
        completion,
        `Invalid __typename found for object at ${placeOf(completion, declared)}.`,
      );
      return FAULTY;
    }
    if (mustKnowType && isAbstractType(type)) {
      addError(completion, `No subgraph tells which ${type.name} this is.`);
      return FAULTY;
    }
    return writeObject(value, writersFor(type), completion);
  };
}

function typeNamed({ schema }: ShapeScope, typename: unknown) {
  return typeof typename === 'string' ? schema.getType(typename) : undefined;
}

function writeObject(
  value: AnswerObject,
  writers: readonly FieldWriter[],
  completion: Completion,
): AnswerObject | typeof FAULTY {
  const answer: AnswerObject = {};
  for (const { key, name, complete } of writers) {
    completion.path.push(name);
    const completed = complete(readOwn(value, key), completion);
    completion.path.pop();
    if (completed === BUBBLING) return FAULTY;
    writeOwn(answer, name, completed === FAULTY ? null : completed);
  }
  return answer;
}

function compileField(scope: ShapeScope, field: CollectedField): FieldWriter {
  const name = scope.responseNames.get(field.key) ?? field.key;
  const { type, parent } = field;
  if (field.name === '__typename') {
    const { name: typename } = parent;
    return { key: field.key, name, complete: () => typename };
  }
  if (type === undefined) {
    return {
      key: field.key,
      name,
      complete: (_, { variables }) => scope.introspect(field, variables),
    };
  }
  const place = (of: GraphQLOutputType, { path }: Completion): string => {
    const last = path.at(-1);
    return typeof last === 'number'
      ? `array element of type ${String(of)} at index ${last}`
      : `field ${parent.name}.${name}`;
  };
  const selections = field.nodes.flatMap(({ selectionSet }) =>
    selectionSet === undefined
      ? []
      : [{ selectionSet, type: getNamedType(type) as GraphQLCompositeType }],
  );
  return { key: field.key, name, complete: compileValue(type, { scope, selections, place }) };
}

interface ValueOptions {
  readonly scope: ShapeScope;
  readonly selections: readonly TypedSelection[];
  /** For messages. */
  readonly place: (type: GraphQLOutputType, completion: Completion) => string;
}

function compileValue(type: GraphQLOutputType, options: ValueOptions): CompleteValue {
  if (isNonNullType(type)) {
    const complete = compileValue(type.ofType, options);
    return (value, completion) => {
      const completed = complete(value, completion);
      if (completed === null) {
        const place = options.place(type.ofType, completion);
        addFault(completion, `Cannot return null for non-nullable ${place}.`);
      }
      return completed === null || completed === FAULTY ? BUBBLING : completed;
    };
  }
  const complete = compileNullable(type, options);
  return (value, completion) =>
    value === undefined || value === null ? null : complete(value, completion);
}

function compileNullable(type: GraphQLOutputType, options: ValueOptions): CompleteValue {
  if (isListType(type)) return compileList(compileValue(type.ofType, options), type.ofType);
  if (isLeafType(type)) {
    const isValid = isValueOf(type);
    return (value, completion) => {
      if (isValid(value)) return value;
      addFault(completion, `Invalid value found for ${options.place(type, completion)}.`);
      return FAULTY;
    };
  }
  return compileObject(options.scope, type as GraphQLCompositeType, options.selections);
}

function compileList(complete: CompleteValue, element: GraphQLOutputType): CompleteValue {
  return (value, completion) => {
    if (!Array.isArray(value)) {
      addError(completion, `A list of ${String(element)} was expected.`);
      return FAULTY;
    }
    const list = value as readonly unknown[];
    const answer = new Array<unknown>(list.length);
    let isBubbling = false;
    for (let index = 0; index < list.length; index += 1) {
      completion.path.push(index);
      const completed = complete(list[index], completion);
      completion.path.pop();
      if (completed === BUBBLING) isBubbling = true;
      else answer[index] = completed === FAULTY ? null : completed;
    }
    return isBubbling ? FAULTY : answer;
  };
}

function placeOf({ path }: Completion, type: GraphQLCompositeType): string {
  const last = path.at(-1);
  return typeof last === 'number'
    ? `array element of type ${type.name} at index ${last}`
    : `field ${String(last)}`;
}
