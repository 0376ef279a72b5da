import type { Viewer } from '@onewindow/identity';
import type { Language } from '@onewindow/subgraph';
import type { Caller } from '../command-meta.ts';
import type { Verdict } from './command-rows.ts';
import type { Kind, KindTypes, View } from './define-kind.ts';
import type { Kinds } from './open-kinds.ts';

/** What a request must bring for its commands. */
export interface CommandContext {
  readonly caller: Caller;
  readonly language: Language;
  readonly kinds: Kinds;
}

/** The commands of one kind: what mutations, actions and offers are made of. */
export interface Commands<T extends KindTypes, Context, Rows, Options = unknown> {
  /** In types only. */
  readonly options?: Options;
  readonly kind: Kind<T>;
  readonly id: string;
  readonly token?: (viewer: Viewer) => Verdict<string>;
  readonly facts?: (context: Context, view: View<T['state']>) => Promise<object>;
  readonly rows: Rows;
}
