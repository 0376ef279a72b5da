/** Answers of the graph, or why there is none: the caller decides what to do about it. */
export type GraphAnswer =
  | { readonly kind: 'ANSWERED'; readonly data: Readonly<Record<string, unknown>> }
  /** The same request would be refused again. */
  | { readonly kind: 'REFUSED'; readonly message: string }
  /** Any request would be: no token that counts, or no right. */
  | { readonly kind: 'FORBIDDEN'; readonly message: string }
  /** Somebody failed over it, perhaps because of what was sent. */
  | { readonly kind: 'FAULT'; readonly message: string }
  /** Nobody answered, or somebody in between: it may go through later. */
  | { readonly kind: 'AWAY'; readonly message: string };

export interface GraphClient {
  send(query: string, variables: object): Promise<GraphAnswer>;
}

export interface GraphClientOptions {
  readonly url: string;
  /** Absent for what everybody may ask. */
  readonly token?: string;
  readonly timeoutMs?: number;
  /** Waits before another try, each longer; their number is the number of tries after the first. */
  readonly waitsMs?: readonly number[];
}

const WAITS = [500, 1_000, 2_000, 4_000, 8_000, 15_000];
/** The graph's own codes for a request that no repetition makes better. */
const FINAL = ['BAD_REQUEST', 'BAD_USER_INPUT', 'COST_LIMIT', 'GRAPHQL_VALIDATION_FAILED'];
/** Who answers so has had the request, and may fail over it again. */
const FAULTS = [
  'INTERNAL_SERVER_ERROR',
  'SUBREQUEST_TIMEOUT',
  'SUBREQUEST_INVALID',
  'DEADLINE_EXCEEDED',
];
/** Tries of what may be at fault itself: the same again is not sent for long. */
const FAULT_WAITS = 2;
const RIGHTS = ['UNAUTHENTICATED', 'FORBIDDEN', 'UNAUTHORIZED_FIELD_OR_TYPE'];

/** Sends over HTTP and tries again where nobody answered: what is sent can be done twice. */
export function createGraphClient(options: GraphClientOptions): GraphClient {
  const { waitsMs = WAITS } = options;
  return {
    send: async (query, variables) => {
      const body = JSON.stringify({ query, variables });
      let answer = await attempt(options, body);
      for (const [tries, wait] of waitsMs.entries()) {
        if (answer.kind !== 'AWAY' && (answer.kind !== 'FAULT' || tries >= FAULT_WAITS)) break;
        await new Promise((resolve) => setTimeout(resolve, wait));
        answer = await attempt(options, body);
      }
      return answer;
    },
  };
}

async function attempt(
  { url, token, timeoutMs = 60_000 }: GraphClientOptions,
  body: string,
): Promise<GraphAnswer> {
  let text: string;
  let status: number;
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'accept-language': 'zh-CN',
        ...(token !== undefined && { authorization: `Bearer ${token}` }),
      },
      body,
      signal: AbortSignal.timeout(timeoutMs),
    });
    status = response.status;
    text = await response.text();
  } catch (error) {
    return { kind: 'AWAY', message: causeOf(error) };
  }
  return readAnswer(status, text);
}

interface Body {
  readonly data?: Readonly<Record<string, unknown>> | null;
  readonly errors?: readonly {
    readonly message: string;
    readonly extensions?: { readonly code?: string };
  }[];
}

export function readAnswer(status: number, text: string): GraphAnswer {
  const body = parsed(text);
  const { data, errors = [] } = body ?? {};
  if (data != null && errors.length === 0) return { kind: 'ANSWERED', data };
  const [first] = errors;
  const code = first?.extensions?.code ?? `HTTP ${status.toString()}`;
  const message = `${code}: ${first?.message ?? 'no data'}`;
  if (RIGHTS.includes(code) || status === 401 || status === 403)
    return { kind: 'FORBIDDEN', message };
  if (FINAL.includes(code) || status === 413) return { kind: 'REFUSED', message };
  return { kind: FAULTS.includes(code) ? 'FAULT' : 'AWAY', message };
}

/** `fetch` says no more than that it failed; why lies beneath. */
function causeOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { cause } = error;
  if (!(cause instanceof Error)) return error.message;
  return 'code' in cause && typeof cause.code === 'string' ? cause.code : cause.message;
}

function parsed(text: string): Body | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? value : undefined;
  } catch (cause) {
    if (cause instanceof SyntaxError) return undefined;
    throw cause;
  }
}
