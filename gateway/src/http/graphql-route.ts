import type { ApolloServer, HTTPGraphQLRequest, HTTPGraphQLResponse } from '@apollo/server';
import { HeaderMap } from '@apollo/server';
import { viewerClaims, type Viewer, type ViewerClaims } from '@onewindow/identity';
import type { Exchange, Log } from '@onewindow/runtime';
import { errorInLanguage, parseLanguage, type Words } from '@onewindow/subgraph';
import type { Executor } from '../execution/executor.ts';
import type { NewTexts, PayingAsker } from '../planning/new-texts.ts';
import { tooLongText } from '../planning/text-limit.ts';
import { pointsOfCost } from '../rates/cost-points.ts';
import type { OperationsInHand } from '../rates/operations-in-hand.ts';
import {
  callerKey,
  type CountedCaller,
  type RequestRates,
  type TooMany,
} from '../rates/request-rates.ts';
import { answerTooMany } from '../rates/too-many-error.ts';
import type { RequestContext, TextOutcome } from '../request-context.ts';
import { SESSION, viewerOfRequest, type ViewerOfRequestOptions } from '../viewer-of-request.ts';
import { answerError, answerText } from './answer.ts';
import { DEEPEST, MOST_NAMES, MOST_PARTS, readJsonBody, type BodyFault } from './json-body.ts';
import { textOf, withoutText, type SentText } from './sent-text.ts';
import { toldIn } from './told-in.ts';
import { answerKnown, askedOperation, createMediaTypes } from './known-operation.ts';
import type { PersistedQueries, SentOperation } from './persisted-queries.ts';

export interface GraphqlRouteOptions {
  readonly server: ApolloServer<RequestContext>;
  /** Operations that can be answered without the server; absent where its own executor runs plans. */
  readonly find?: Executor['find'];
  readonly take?: Executor['take'];
  /** Who reads new texts. */
  readonly texts: NewTexts;
  readonly identity: ViewerOfRequestOptions;
  /** How long one operation may take, in milliseconds: the budget that subgraphs see. */
  readonly budget: number;
  readonly persistedQueries: PersistedQueries;
  /** How much callers may ask for; without it nothing is counted. */
  readonly rates: RequestRates | undefined;
  /** How many operations of a caller may run at once; without it as many as come. */
  readonly inHand: OperationsInHand | undefined;
  readonly addressOf: (request: Exchange['request']) => string;
  /** Whether the session's cookie is for HTTPS alone. */
  readonly secureCookies: boolean;
}

/** `/graphql`: queries by POST and GET, mutations by POST, by Apollo's rules against forged requests. */
export function createGraphqlRoute(options: GraphqlRouteOptions) {
  const mediaTypes = createMediaTypes();
  return async (exchange: Exchange): Promise<void> => {
    const { request, response, traceId } = exchange;
    const language = parseLanguage(request.headers['accept-language']);
    const refuse = (tooMany: TooMany) => {
      const acceptLanguage = request.headers['accept-language'];
      answerTooMany(response, tooMany, { acceptLanguage, traceId });
    };
    const { rates } = options;
    const address = options.addressOf(request);
    const isSignedIn = request.headers.authorization !== undefined;
    const tooManyTokens = isSignedIn ? await rates?.token(address) : undefined;
    if (tooManyTokens) {
      refuse(tooManyTokens);
      return;
    }
    const authenticated = await viewerOfRequest(options.identity, request.headers, exchange);
    if (!authenticated.ok) {
      await rates?.refused(address);
      const message = WORDS.NO_TOKEN[language];
      answerError(response, 401, { code: 'UNAUTHENTICATED', message, traceId });
      return;
    }
    const { viewer, mintedSession } = authenticated;
    if (mintedSession !== undefined) {
      const secure = options.secureCookies ? '; Secure' : '';
      response.setHeader(SESSION, mintedSession);
      response.setHeader(
        'set-cookie',
        `${SESSION}=${mintedSession}; Path=/; HttpOnly; SameSite=Lax${secure}`,
      );
    }
    const caller = { viewer, address, isNew: mintedSession !== undefined };
    const tooMany = await rates?.operation(caller);
    if (tooMany) {
      refuse(tooMany);
      return;
    }
    const begun = options.inHand?.begin(caller);
    if (begun && 'tooMany' in begun) {
      refuse(begun.tooMany);
      return;
    }
    try {
      await answer(exchange, caller, refuse);
    } finally {
      begun?.end();
    }
  };

  async function answer(
    exchange: Exchange,
    caller: CountedCaller,
    refuse: (tooMany: TooMany) => void,
  ): Promise<void> {
    const { request, response, traceId } = exchange;
    const language = parseLanguage(request.headers['accept-language']);
    const { rates } = options;
    const read = request.method === 'POST' ? readJsonBody(exchange.body) : NO_BODY;
    if (!read.ok) {
      const message = WORDS[read.fault][language];
      const limit = LIMIT_OF_FAULT[read.fault];
      answerError(response, 400, { code: 'BAD_REQUEST', message, traceId, limit });
      return;
    }
    const { value: body } = read;
    const tooLong = tooLongText((body as { readonly query?: unknown } | null | undefined)?.query);
    if (tooLong) {
      const { message, extensions } = errorInLanguage(tooLong, language);
      const { limit, found } = extensions as { readonly limit: number; readonly found: number };
      answerError(response, 400, { code: 'TEXT_LIMIT', message, traceId, limit, found });
      return;
    }
    const completed = options.persistedQueries.complete({ body, search: searchOf(request) });
    if (!completed.ok) {
      const { status, code, words } = completed;
      answerError(response, status, { code, message: words[language], traceId });
      return;
    }
    const { sent, keep } = completed;
    const context = contextOf(exchange, caller, {
      budget: options.budget,
      ...(rates && {
        takeFields: (coordinates) => rates.fields(caller, coordinates),
        takeCost: async (cost) => {
          const more = pointsOfCost(cost) - 1;
          return more > 0 ? rates.operation(caller, more) : undefined;
        },
      }),
    });
    const asked = askedOperation(request, sent.body);
    const mediaType = asked && mediaTypes.find(request);
    let known = mediaType && options.find?.(asked);
    let outcome: TextOutcome | undefined;
    const text = known ? undefined : textOf(sent);
    if (text) {
      const takeText = rates && ((length: number) => rates.text(caller, length));
      const read = await readText(text, askerOf(context, takeText));
      if ('tooMany' in read) {
        refuse(read.tooMany);
        return;
      }
      if (asked && mediaType && 'says' in read) known = options.take?.(asked, read.says);
      outcome = read;
    }
    if (known && mediaType) {
      keep?.();
      const tooManyOf = await context.takeFields?.(known.rootFields);
      if (tooManyOf) {
        refuse(tooManyOf);
        return;
      }
      await answerKnown(known, response, { context, mediaType });
      return;
    }
    const answered = await options.server.executeHTTPGraphQLRequest({
      httpGraphQLRequest: toGraphqlRequest(exchange, isValid(outcome) ? sent : withoutText(sent)),
      context: () => Promise.resolve(Object.assign(context, outcome && { text: outcome })),
    });
    if (asked) mediaTypes.learn(request, answered);
    if (answered.status === undefined || answered.status === 200) keep?.();
    send(response, toldIn(answered, language, traceId));
  }

  /** Never rejects: what goes wrong is an outcome, which is told as others are. */
  async function readText({ query, operationName }: SentText, asker: PayingAsker) {
    const { find, texts } = options;
    const isPlanned = () =>
      find === undefined || find({ query, operationName, variables: {} }) !== undefined;
    try {
      const read = await texts.read(query, asker, isPlanned);
      return read.ok ? { errors: [], says: read.says } : read;
    } catch (fault) {
      return { fault };
    }
  }
}

const askerOf = (
  { acceptLanguage, caller, deadline }: RequestContext,
  takeText: PayingAsker['takeText'],
): PayingAsker => ({ acceptLanguage, caller, deadline, takeText });

const isValid = (outcome: TextOutcome | undefined): boolean =>
  outcome === undefined || ('errors' in outcome && outcome.errors.length === 0);

/** By this header staff ask for `extensions.cost`. */
const COST = 'onewindow-cost';
const TOLD_COST: ReadonlySet<Viewer['kind']> = new Set(['SERVICE', 'STAFF']);

function contextOf(
  exchange: Exchange,
  caller: CountedCaller,
  {
    budget,
    ...rated
  }: Pick<GraphqlRouteOptions, 'budget'> & Pick<RequestContext, 'takeCost' | 'takeFields'>,
): RequestContext {
  const { request, traceId, traceparent } = exchange;
  const { viewer } = caller;
  const acceptLanguage = request.headers['accept-language'];
  let log: Log | undefined;
  return {
    viewer,
    caller: callerKey(caller),
    claims: claimsOf(viewer),
    traceId,
    traceparent,
    ...(acceptLanguage !== undefined && { acceptLanguage }),
    ...(request.headers[COST] !== undefined && TOLD_COST.has(viewer.kind) && { tellsCost: true }),
    deadline: new Date(Date.now() + budget),
    departure: exchange.departure,
    ...rated,
    // Most requests say nothing.
    get log() {
      return (log ??= exchange.log.child({ viewer: viewer.id }));
    },
  };
}

/** A person's viewer is the same object for as long as his token is remembered. */
const claims = new WeakMap<Viewer, ViewerClaims>();

function claimsOf(viewer: Viewer): ViewerClaims {
  let found = claims.get(viewer);
  if (found === undefined) claims.set(viewer, (found = viewerClaims(viewer)));
  return found;
}

const told = (limit: number): string => limit.toLocaleString('en');

const LIMIT_OF_FAULT: Readonly<Partial<Record<BodyFault, number>>> = {
  TOO_DEEP: DEEPEST,
  TOO_MANY_NAMES: MOST_NAMES,
  TOO_MANY_VALUES: MOST_PARTS,
};

const WORDS: Readonly<Record<BodyFault | 'NO_TOKEN', Words>> = {
  NO_JSON: { en: 'The body is no JSON.', zh: '请求正文不是 JSON。' },
  NO_TOKEN: { en: 'The token is not valid.', zh: '登录凭证无效。' },
  TOO_DEEP: {
    en: `Objects and lists in the body lie more than ${DEEPEST} deep in each other.`,
    zh: `请求正文中的对象与列表嵌套超过 ${DEEPEST} 层。`,
  },
  TOO_MANY_NAMES: {
    en: `The fields in the body have more than ${told(MOST_NAMES)} different names.`,
    zh: `请求正文中不同的字段名超过 ${told(MOST_NAMES)} 个。`,
  },
  TOO_MANY_VALUES: {
    en: `The body holds more than ${told(MOST_PARTS)} values. Ask in several requests.`,
    zh: `请求正文中的值超过 ${told(MOST_PARTS)} 个，请分几次提交。`,
  },
};

const NO_BODY = { ok: true, value: undefined } as const;

/** The parameters of a request, with their `?`. */
const searchOf = ({ url = '' }: Exchange['request']): string => {
  const at = url.indexOf('?');
  return at < 0 ? '' : url.slice(at);
};

function toGraphqlRequest(
  { request }: Exchange,
  { body, search }: SentOperation,
): HTTPGraphQLRequest {
  const headers = new HeaderMap();
  for (const [name, value] of Object.entries(request.headers)) {
    if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(', ') : value);
  }
  return { method: request.method ?? 'GET', headers, search, body };
}

function send(response: Exchange['response'], answer: HTTPGraphQLResponse): void {
  if (answer.body.kind !== 'complete') throw new Error('The gateway answers in one piece.');
  for (const [name, value] of answer.headers) response.setHeader(name, value);
  answerText(response, answer.status ?? 200, answer.body.string);
}
