import { fieldsAsked } from '@onewindow/subgraph';
import type { GraphQLResolveInfo } from 'graphql';
import type { Filters, Lists } from './scoped-lists.ts';

/** A name in one of the shapes of a state. */
type Name<State> = State extends unknown ? keyof State & string : never;
/** Such a part, one that lies in it, or the sealed personal data beside the state. */
type Part<State> = Name<State> | `${Name<State>}.${string}` | 'personal';

/**
 * What the type of the SDL that shows a kind reads of its state. A field that is named nowhere here reads all of it: so
 * a new one is slow before it is wrong.
 */
export interface Shown<State> {
  /** The type's name: `Case`. */
  readonly type: string;
  /** What sight and rights ask of it beside the fields of the scopes: read whatever is asked for. */
  readonly always: readonly Part<State>[];
  /** Fields that show the part of their own name. */
  readonly asTheyAre: readonly Name<State>[];
  /** The others, each with all that its resolver reads, and those of the types below it. */
  readonly fields: Readonly<Record<string, readonly Part<State>[]>>;
}

/** The operation that is being answered. */
export type Asking = Pick<GraphQLResolveInfo, 'schema' | 'operation' | 'fragments'>;

/** Every resolver may read these: no document is without them. */
const OF_THE_JOURNAL = ['id', 'version', 'status', '__typename'];

/** Says for an operation which parts of a document it needs; undefined: all of it. */
export function partsOf<State>(
  shown: Shown<State> | undefined,
  { scopes, except = [] }: Pick<Lists<string, Filters>, 'scopes' | 'except'>,
): (asking: Asking) => readonly string[] | undefined {
  if (!shown) return () => undefined;
  const pathOf = (part: string) => (part === 'personal' ? part : `state.${part}`);
  const always = [
    'state.status',
    ...Object.values(scopes).filter((field) => field !== null),
    ...except,
    ...shown.always.map(pathOf),
  ];
  const read = new Map<string, readonly string[]>([
    ...OF_THE_JOURNAL.map((name) => [name, []] as const),
    // What the journal keeps of erasures, beside the state.
    ['erasures', ['erased']],
    ...shown.asTheyAre.map((name) => [name, [pathOf(name)]] as const),
    ...Object.entries(shown.fields).map(
      ([name, parts]) => [name, (parts as readonly string[]).map(pathOf)] as const,
    ),
  ]);
  return (asking) => {
    const asked = [...fieldsAsked(asking, shown.type)].map((field) => read.get(field));
    return asked.includes(undefined)
      ? undefined
      : [...new Set([...always, ...asked.flatMap((parts) => parts ?? [])])].sort();
  };
}
