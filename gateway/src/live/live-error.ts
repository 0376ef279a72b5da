import { types } from 'node:util';
import { wordedError } from '@onewindow/subgraph';
import { GraphQLError } from 'graphql';

/** Why a subscription does not begin, or ends. */
export type LiveFault = keyof typeof FAULTS;

const FAULTS = {
  LIVE_UPDATES_UNAVAILABLE: {
    code: 'LIVE_UPDATES_UNAVAILABLE',
    words: { en: 'There are no live updates here just now.', zh: '实时推送暂不可用。' },
  },
  RESUME_IMPOSSIBLE: {
    code: 'RESUME_IMPOSSIBLE',
    words: {
      en: 'What was missed can’t be told any more: load again, then subscribe anew.',
      zh: '无法续传，请重新加载后再订阅。',
    },
  },
  SUBSCRIBER_TOO_SLOW: {
    code: 'SUBSCRIBER_TOO_SLOW',
    words: {
      en: 'There was more to tell than was read: subscribe again from the last event.',
      zh: '接收过慢，请从最后一条续订。',
    },
  },
  TOKEN_EXPIRED: {
    code: 'UNAUTHENTICATED',
    words: { en: 'The token has expired.', zh: '登录凭证已过期。' },
  },
  TOKEN_REFUSED: {
    code: 'UNAUTHENTICATED',
    words: { en: 'The token is not valid.', zh: '登录凭证无效。' },
  },
  NOT_FOUND: {
    code: 'NOT_FOUND',
    words: { en: 'There is no such thing, or it is not for you.', zh: '不存在或无权查看。' },
  },
  NOT_ONE_KEY: {
    code: 'BAD_USER_INPUT',
    words: { en: 'Say in exactly one way which one is meant.', zh: '请只用一种方式指定对象。' },
  },
  NO_SUBSCRIPTION: {
    code: 'BAD_REQUEST',
    words: {
      en: 'Only subscriptions are answered here; queries go to /graphql.',
      zh: '此处仅支持订阅。',
    },
  },
  NO_STREAM: {
    code: 'BAD_REQUEST',
    words: { en: 'Subscribe by GET, or by POST of JSON.', zh: '请以 GET 或 POST JSON 订阅。' },
  },
  CONDITIONAL: {
    code: 'BAD_USER_INPUT',
    words: { en: 'A subscription’s own field can’t be left out.', zh: '订阅字段不能附加条件。' },
  },
  NOT_LIVE: {
    code: 'OPERATION_RESOLUTION_FAILURE',
    words: { en: 'Nothing is told live by this field.', zh: '该字段不支持实时推送。' },
  },
  TOO_MANY_SUBSCRIPTIONS: {
    code: 'TOO_MANY_SUBSCRIPTIONS',
    words: { en: 'There are too many subscriptions on this connection.', zh: '此连接的订阅过多。' },
  },
  TOO_MANY_CONNECTIONS: {
    code: 'TOO_MANY_CONNECTIONS',
    words: {
      en: 'Too many are connected just now: try again later.',
      zh: '连接数已满，请稍后再试。',
    },
  },
  FAULT: {
    code: 'INTERNAL_SERVER_ERROR',
    words: { en: 'Something went wrong on our side.', zh: '系统内部错误。' },
  },
} as const;

export function liveError(
  fault: LiveFault,
  more: { readonly keys?: readonly string[]; readonly cause?: Error } = {},
): GraphQLError {
  const { code, words } = FAULTS[fault];
  const keys = more.keys?.join(', ');
  const { en, zh } = words;
  const told = keys === undefined ? words : { en: `${en} (${keys})`, zh: `${zh}（${keys}）` };
  return wordedError(code, told, {
    ...(more.cause && { originalError: more.cause }),
  });
}

/** The same error, with how far its subscriber was told: he may go on from there. */
export function withLastEvent(error: GraphQLError, lastEventId: string | undefined): GraphQLError {
  if (lastEventId === undefined) return error;
  return new GraphQLError(error.message, {
    extensions: { ...error.extensions, lastEventId },
    ...(error.originalError && { originalError: error.originalError }),
  });
}

/** What a subscriber is told when something fails: a reason that has a code, else that it is our fault. */
export function asLiveError(error: unknown): GraphQLError {
  if (error instanceof GraphQLError) return error;
  if (!types.isNativeError(error)) return liveError('FAULT');
  return liveError(FAULT_OF[error.name] ?? 'FAULT', { cause: error });
}

/** Of errors that the follower of streams throws, by their names. */
const FAULT_OF: Readonly<Record<string, LiveFault | undefined>> = {
  ResumeImpossible: 'RESUME_IMPOSSIBLE',
  BrokerUnreachable: 'LIVE_UPDATES_UNAVAILABLE',
};
