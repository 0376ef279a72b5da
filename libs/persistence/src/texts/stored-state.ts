import type { JsonObject } from '@onewindow/kernel';
import { decodeState, encodeState } from '../state-codec.ts';
import { changedAt } from './text-paths.ts';
import { ERASED_TEXT, type SealedText, type TextVault } from './text-vault.ts';

/** What a kind of aggregate says of the texts in its state. */
interface StateTexts {
  readonly kind: string;
  readonly textsInState?: readonly string[];
  readonly texts?: TextVault;
}

/** Where a text stood in a stored state. */
interface Hidden {
  readonly sealed: Omit<SealedText, 'path'>;
}

/** A state as the document of this aggregate keeps it: encoded, the declared texts in it encrypted. */
export function storedState(type: StateTexts, id: string, state: unknown): unknown {
  const { kind, texts: vault, textsInState = [] } = type;
  if (textsInState.length > 0 && vault === undefined) {
    throw new Error(`A ${kind} has texts in its state and no vault for them.`);
  }
  return encodeState(
    inTexts(textsInState, state, (text, at) =>
      // An empty one, or one that was erased, tells nothing.
      vault === undefined || typeof text !== 'string' || text === '' || text === ERASED_TEXT
        ? text
        : ({ sealed: vault.sealText(ownerOf(kind, id, at), text).sealed } satisfies Hidden),
    ),
  );
}

/** The state as it was before `storedState`. What was stored before its texts were declared is read as it is. */
export function stateFromStored(type: StateTexts, id: string, stored: unknown): unknown {
  const { kind, texts: vault, textsInState = [] } = type;
  return decodeState(
    inTexts(textsInState, stored, (text, at) => {
      if (!isHidden(text)) return text;
      if (vault === undefined) throw new Error(`A ${kind} has texts and no vault to open them.`);
      return vault.openText(ownerOf(kind, id, at), text.sealed);
    }),
  );
}

const inTexts = (
  paths: readonly string[],
  state: unknown,
  change: Parameters<typeof changedAt>[2],
): unknown =>
  typeof state === 'object' && state !== null
    ? paths.reduce((left, path) => changedAt(left, path, change), state as JsonObject)
    : state;

const isHidden = (value: unknown): value is Hidden =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, 'sealed');

const ownerOf = (kind: string, id: string, path: string) => `${kind}:${id}:state.${path}`;
