import type { NoticeChannel } from '../domain/notice.ts';

/** One message, as it leaves the house. */
export interface Message {
  /** The same for every try of one sending: who receives it takes it once. */
  readonly key: string;
  readonly channel: NoticeChannel;
  /** To whom; an announcement names nobody. */
  readonly to: { readonly name?: string; readonly phone?: string; readonly address?: string };
  readonly title: string;
  readonly text: string;
}

/** It went out, or why not, as a code that holds nothing of the message: `HTTP_503`. */
export type Delivered =
  | { readonly sent: true }
  | {
      readonly sent: false;
      readonly reason: string;
      /** Trying again would not help. */
      readonly isFinal: boolean;
    };

/** What carries messages out: short messages, letters, the site. Never throws; the same key twice is one message. */
export interface SendingPort {
  send(message: Message): Promise<Delivered>;
}

/** Where nothing was configured nothing goes out, and the notice says so. */
export const nothingConfigured: SendingPort = {
  send: () => Promise.resolve({ sent: false, reason: 'NOT_CONFIGURED', isFinal: true }),
};
