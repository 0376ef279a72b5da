import type { Socket } from 'node:net';
import { WebSocket } from 'ws';
import { eventually } from '@onewindow/testing';

/** A WebSocket by hand: says what it likes, and reads or does not. */
export interface RawSocket {
  readonly heard: Record<string, unknown>[];
  /** All of them in one write. */
  readonly say: (...messages: readonly unknown[]) => void;
  readonly until: (
    check: (message: Record<string, unknown>) => boolean,
  ) => Promise<Record<string, unknown>>;
  /** The code that it was closed with. */
  readonly closed: Promise<number>;
  readonly pause: () => void;
  readonly resume: () => void;
  readonly close: () => void;
}

export async function openSocket(
  address: string,
  options: {
    readonly protocols?: string[];
    readonly path?: string;
    readonly headers?: Readonly<Record<string, string>>;
  } = {},
): Promise<RawSocket> {
  const { protocols = ['graphql-transport-ws'], path = '/graphql', headers = {} } = options;
  const socket = new WebSocket(`${address.replace('http', 'ws')}${path}`, protocols, { headers });
  const heard: Record<string, unknown>[] = [];
  socket.on('message', (data: Buffer) => {
    heard.push(JSON.parse(data.toString()) as Record<string, unknown>);
  });
  let connection: Socket | undefined;
  socket.once('upgrade', (response) => (connection = response.socket));
  const closed = new Promise<number>((resolve) => socket.once('close', resolve));
  await new Promise<void>((resolve, reject) => {
    socket.once('open', resolve);
    socket.once('error', reject);
  });
  return {
    heard,
    closed,
    say: (...messages) => {
      connection?.cork();
      for (const message of messages) {
        const isRaw = typeof message === 'string' || Buffer.isBuffer(message);
        socket.send(isRaw ? message : JSON.stringify(message));
      }
      connection?.uncork();
    },
    until: async (check) => {
      await eventually('heard', () => heard.some(check));
      return heard.find(check) ?? {};
    },
    pause: () => {
      socket.pause();
    },
    resume: () => {
      socket.resume();
    },
    close: () => {
      socket.terminate();
    },
  };
}

/** One that has said who it is. */
export async function greetedSocket(address: string, payload: object = {}): Promise<RawSocket> {
  const socket = await openSocket(address);
  socket.say({ type: 'connection_init', payload });
  await socket.until(({ type }) => type === 'connection_ack');
  return socket;
}
