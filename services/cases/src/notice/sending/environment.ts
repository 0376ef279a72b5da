import { z } from 'zod';
import { createLocalOutbox } from './local-outbox.ts';
import { nothingConfigured, type SendingPort } from './sending-port.ts';
import { createWebhook } from './webhook.ts';

/** Where notices go out: a gateway over HTTP, or on a developer's machine a folder; to nobody where neither is named. */
export const sendingEnvironment = z
  .object({
    SENDING_URL: z.url({ protocol: /^https?$/u }).optional(),
    SENDING_SECRET: z.string().min(32).optional(),
    SENDING_OUTBOX: z.string().min(1).optional(),
    ONEWINDOW_LOCAL: z.string().optional(),
  })
  .superRefine(({ SENDING_URL, SENDING_SECRET, SENDING_OUTBOX, ONEWINDOW_LOCAL }, context) => {
    const say = (path: string, message: string) => {
      context.addIssue({ code: 'custom', path: [path], message });
    };
    const isLocal = ONEWINDOW_LOCAL === '1';
    if (SENDING_URL !== undefined && SENDING_SECRET === undefined)
      say('SENDING_SECRET', 'is needed with SENDING_URL');
    if (SENDING_URL?.startsWith('http:') === true && !isLocal)
      say('SENDING_URL', 'must be https: what goes there names people');
    if (SENDING_OUTBOX !== undefined && !isLocal)
      say('SENDING_OUTBOX', 'is for a developer’s machine: it holds messages in plain');
  })
  .transform(({ SENDING_URL: url, SENDING_SECRET: secret, SENDING_OUTBOX: outbox }) => ({
    webhook: url !== undefined && secret !== undefined ? { url, secret } : undefined,
    outbox,
  }));

/** The port that the environment names. */
export const sendingPort = ({
  webhook,
  outbox,
}: z.output<typeof sendingEnvironment>): SendingPort =>
  webhook
    ? createWebhook(webhook)
    : outbox === undefined
      ? nothingConfigured
      : createLocalOutbox(outbox);
