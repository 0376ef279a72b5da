import type { Requirements } from '@onewindow/identity';
import {
  Kind,
  type ConstDirectiveNode,
  type ConstValueNode,
  type DefinitionNode,
  type DocumentNode,
  type FieldDefinitionNode,
  type InputObjectTypeDefinitionNode,
  type InputValueDefinitionNode,
  type ObjectTypeDefinitionNode,
  type TypeNode,
} from 'graphql';
import { readRequirements } from './live-rights.ts';

/** A field of `Subscription`, and by which events it tells (`@live`, `@liveKey`, `@liveMatch`). */
export interface LiveField {
  readonly name: string;
  /** The entity that it tells of. */
  readonly type: string;
  /** Contract event types, `*` for one part of the name. */
  readonly events: readonly string[];
  /** Whose stream they are in. */
  readonly service: string;
  /** The entity's field that is the event's subject. */
  readonly subject: string;
  /** Arguments that say which one entity is meant: exactly one of them is to be given. */
  readonly keys: readonly string[];
  readonly matches: readonly LiveMatch[];
  /** Of who may subscribe. */
  readonly requires: Requirements;
}

/** What an event must hold, when something is given for it. */
export interface LiveMatch {
  /** From the arguments down to the value. */
  readonly given: readonly string[];
  /** From the envelope down to what it is compared with. */
  readonly held: readonly string[];
}

/** The fields of `Subscription` that tell live. Throws when one says what can't be kept. */
export function readLiveFields(supergraph: DocumentNode): ReadonlyMap<string, LiveField> {
  const inputs = new Map(
    supergraph.definitions
      .filter((node) => node.kind === Kind.INPUT_OBJECT_TYPE_DEFINITION)
      .map((node) => [node.name.value, node]),
  );
  const fields = supergraph.definitions.find(isSubscription)?.fields ?? [];
  return new Map(
    fields.flatMap((field): [string, LiveField][] => {
      const live = directiveOf(field, 'live');
      return live === undefined ? [] : [[field.name.value, readLiveField(field, live, inputs)]];
    }),
  );
}

type Inputs = ReadonlyMap<string, InputObjectTypeDefinitionNode>;

function readLiveField(
  field: FieldDefinitionNode,
  live: ConstDirectiveNode,
  inputs: Inputs,
): LiveField {
  const name = field.name.value;
  const given = field.arguments ?? [];
  const keys = given.filter((argument) => directiveOf(argument, 'liveKey') !== undefined);
  const events = argumentOf(live, 'events').flatMap((node) =>
    node.kind === Kind.LIST ? node.values.flatMap(textOf) : textOf(node),
  );
  const [service, ...others] = new Set(events.map((type) => type.split('.')[1]));
  const [subject] = argumentOf(live, 'subject').flatMap(textOf);
  if (service === undefined || others.length > 0 || subject === undefined) {
    throw new Error(`Subscription.${name} must tell by events of one service, and of a subject.`);
  }
  return {
    ...{ name, type: namedType(field.type), events, service, subject },
    requires: readRequirements(field.directives ?? []),
    keys: keys.map((argument) => argument.name.value),
    matches: given
      .filter((argument) => !keys.includes(argument))
      .flatMap((argument) => readMatches(argument, inputs, [`Subscription.${name}`])),
  };
}

/** An argument that narrows nothing would be one that is not kept. */
function readMatches(
  node: InputValueDefinitionNode,
  inputs: Inputs,
  [place = '', ...above]: readonly string[],
): readonly LiveMatch[] {
  const given = [...above, node.name.value];
  const [path] = argumentOf(directiveOf(node, 'liveMatch'), 'path').flatMap(textOf);
  if (path !== undefined) return [{ given, held: path.split('.') }];
  const fields = inputs.get(namedType(node.type))?.fields;
  if (fields === undefined || node.type.kind === Kind.LIST_TYPE || given.length > DEEPEST) {
    throw new Error(`${place}: ${given.join('.')} narrows nothing; it lacks @liveMatch.`);
  }
  return fields.flatMap((field) => readMatches(field, inputs, [place, ...given]));
}

const DEEPEST = 5;

const isSubscription = (node: DefinitionNode): node is ObjectTypeDefinitionNode =>
  node.kind === Kind.OBJECT_TYPE_DEFINITION && node.name.value === 'Subscription';

const directiveOf = (
  { directives = [] }: { readonly directives?: readonly ConstDirectiveNode[] | undefined },
  name: string,
) => directives.find((directive) => directive.name.value === name);

const argumentOf = (
  directive: ConstDirectiveNode | undefined,
  name: string,
): readonly ConstValueNode[] =>
  (directive?.arguments ?? [])
    .filter((argument) => argument.name.value === name)
    .map(({ value }) => value);

const textOf = (node: ConstValueNode): readonly string[] =>
  node.kind === Kind.STRING ? [node.value] : [];

const namedType = (type: TypeNode): string =>
  type.kind === Kind.NAMED_TYPE ? type.name.value : namedType(type.type);
