import type { QueryPlanSelectionNode } from '@apollo/query-planner';
import { inherits, isAnswerObject, readOwn, writeOwn, type AnswerObject } from './answer-object.ts';
import { jsonString } from './json-text.ts';
import { mergeAnswers } from './merge-answers.ts';
import type { Rewrite } from './rewrites.ts';
import type { TypeConditionApplies } from './type-conditions.ts';

/** The representation of an entity for `_entities`, or undefined when something that it needs is not there. */
export type RepresentationReader = (entity: AnswerObject) => AnswerObject | undefined;

export interface RequiresOptions {
  readonly applies: TypeConditionApplies;
  /** Fields’ real names by the names that the planner knows them by. */
  readonly realNames: ReadonlyMap<string, string>;
}

/** What is taken of objects of one type. */
interface Part {
  readonly fields: readonly FieldReader[];
  readonly fragments: readonly Part[];
}

interface FieldReader {
  /** Where it lies in the answer, and what the subgraph knows it by: an argument’s variant differs. */
  readonly key: string;
  readonly name: string;
  readonly read: ValueReader | undefined;
}

/** Undefined when something is missing. */
type ValueReader = (value: unknown) => unknown;

/** A Fetch node's `requires`, compiled once for each runtime type that is met. */
export function compileRequires(
  selections: readonly QueryPlanSelectionNode[],
  options: RequiresOptions,
): RepresentationReader {
  const read = compileSelections(selections, options);
  return (entity) => {
    const representation = read(entity);
    return isAnswerObject(representation) && typeof representation['__typename'] === 'string'
      ? representation
      : undefined;
  };
}

/** How entities are told to a subgraph: as JSON, changed by `rewrite` where the plan has one. */
export interface RepresentationPrinter {
  /** Undefined when something that it needs is not there. `isPlain` says that no string needs escaping. */
  print(entity: AnswerObject, isPlain: boolean): string | undefined;
  /** A text that two entities of one type share only if all of their representations is the same; undefined where only `print` tells. */
  identify(entity: AnswerObject): string | undefined;
}

/** The printer for entities that say that this is their type. */
export function compileRepresentation(
  selections: readonly QueryPlanSelectionNode[],
  rewrite: Rewrite | undefined,
  options: RequiresOptions,
): (typename: unknown) => RepresentationPrinter {
  const read = compileRequires(selections, options);
  const general: RepresentationPrinter = {
    identify: () => undefined,
    print: (entity) => {
      const representation = read(entity);
      if (representation === undefined) return undefined;
      rewrite?.(representation);
      return JSON.stringify(representation);
    },
  };
  if (rewrite !== undefined) return () => general;
  const byType = new Map<unknown, RepresentationPrinter>();
  return (typename) => {
    let printer = byType.get(typename);
    if (printer === undefined) {
      printer = typeof typename === 'string' ? flat(selections, typename, options) : undefined;
      byType.set(typename, (printer ??= general));
    }
    return printer;
  };
}

/** Mostly a key of a few scalars, all from one fragment: written without being made first. */
function flat(
  selections: readonly QueryPlanSelectionNode[],
  typename: string,
  options: RequiresOptions,
): RepresentationPrinter | undefined {
  const { fields, fragments } = compilePart(selections, typename, options);
  const [fragment] = fragments;
  if (fragment === undefined || fields.length > 0 || fragments.length > 1) return undefined;
  if (fragment.fragments.length > 0) return undefined;
  const names = new Set(fragment.fields.map(({ name }) => name));
  const isPlain = fragment.fields.every(({ key, read }) => read === undefined && !inherits(key));
  if (!isPlain || names.size < fragment.fields.length || !names.has('__typename')) return undefined;
  const heads = fragment.fields.map(({ name, key }, at) => {
    return { key, head: `${at === 0 ? '{' : ','}${jsonString(name)}:` };
  });
  const [only, ...others] = heads.filter(({ key }) => key !== '__typename');
  const single = others.length === 0 ? only?.key : undefined;
  return {
    identify: (entity) => {
      const value = single === undefined ? undefined : entity[single];
      return typeof value === 'string' ? value : undefined;
    },
    print: (entity, isPlain) => {
      let text = '';
      for (const { key, head } of heads) {
        const value = entity[key];
        if (value === undefined) return undefined;
        text +=
          head + (typeof value === 'string' ? jsonString(value, isPlain) : JSON.stringify(value));
      }
      return `${text}}`;
    },
  };
}

function compileSelections(
  selections: readonly QueryPlanSelectionNode[],
  options: RequiresOptions,
): ValueReader {
  const byType = new Map<string, Part>();
  const partFor = (typename: unknown): Part => {
    const type = typeof typename === 'string' ? typename : '';
    let part = byType.get(type);
    if (part === undefined) {
      part = compilePart(selections, type, options);
      byType.set(type, part);
    }
    return part;
  };
  const read: ValueReader = (value) => {
    if (Array.isArray(value)) return readList(value, read);
    // Of a value that is no object nothing can be taken; one that is not there is missing.
    if (!isAnswerObject(value)) return value === undefined ? undefined : null;
    return readPart(value, partFor(value['__typename']));
  };
  return read;
}

/**
 * A fragment that lacks something is left out, and the rest stands: what it lacks may have been
 * skipped, and then so is what required it.
 */
function readPart(object: AnswerObject, part: Part): AnswerObject | undefined {
  const representation: AnswerObject = {};
  for (const field of part.fields) {
    const present = readOwn(object, field.key);
    const required = field.read === undefined ? present : field.read(present);
    if (required === undefined) return undefined;
    writeOwn(representation, field.name, required);
  }
  for (const fragment of part.fragments) {
    const inner = readPart(object, fragment);
    if (inner !== undefined) mergeAnswers(representation, inner);
  }
  return representation;
}

/** One element that lacks something is enough: a list with a hole in it is another list. */
function readList(list: readonly unknown[], read: ValueReader): unknown[] | undefined {
  const elements: unknown[] = [];
  for (const element of list) {
    const value = read(element);
    if (value === undefined) return undefined;
    elements.push(value);
  }
  return elements;
}

function compilePart(
  selections: readonly QueryPlanSelectionNode[],
  typename: string,
  options: RequiresOptions,
): Part {
  const fields: FieldReader[] = [];
  const fragments: Part[] = [];
  for (const node of selections) {
    if (node.kind === 'Field') {
      const key = node.alias ?? node.name;
      const name = options.realNames.get(key) ?? key;
      const read = node.selections && compileSelections(node.selections, options);
      fields.push({ key, name, read });
    } else if (node.typeCondition === undefined || options.applies(node.typeCondition, typename)) {
      fragments.push(compilePart(node.selections, typename, options));
    }
  }
  return { fields, fragments };
}
