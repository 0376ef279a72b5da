import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Message, SendingPort } from './sending-port.ts';

/** For a developer's machine: each message is a file of this folder, one for each key. */
export function createLocalOutbox(folder: string): SendingPort {
  return {
    send: async (message: Message) => {
      const name = `${message.key.replace(/[^\w-]/gu, '_')}.${message.channel.toLowerCase()}.json`;
      await mkdir(folder, { recursive: true, mode: 0o700 });
      try {
        const text = `${JSON.stringify(message, null, 2)}\n`;
        await writeFile(join(folder, name), text, { flag: 'wx', mode: 0o600 });
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'EEXIST') {
          return { sent: false, reason: 'OUTBOX', isFinal: false };
        }
      }
      return { sent: true };
    },
  };
}
