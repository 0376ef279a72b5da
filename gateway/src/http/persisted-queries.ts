import { createHash } from 'node:crypto';
import type { Words } from '@onewindow/subgraph';
import { createBoundedCache } from '../execution/bounded-cache.ts';

/** An operation as it came: in the body of a POST, or in the parameters of a GET (`search`, with its `?`). */
export interface SentOperation {
  readonly body: unknown;
  readonly search: string;
}

/** The operation with its text, or the reason why there is none. */
export type Completed =
  | {
      readonly ok: true;
      readonly sent: SentOperation;
      /** To be called once the operation has proved to be a right one: it is then known by its hash. */
      readonly keep?: () => void;
    }
  | {
      readonly ok: false;
      readonly status: number;
      readonly code: string;
      readonly words: Words;
    };

/**
 * Automatic persisted queries: a client sends the SHA-256 of a text it has sent before, and the text only when it is
 * told that it is not known. The words of these answers are those that the clients' libraries look for.
 */
export interface PersistedQueries {
  /** Puts in the text that is meant. What names none is answered as it came. */
  complete(sent: SentOperation): Completed;
}

/** What clients look for is the same in every language. */
function same(message: string): Words {
  return { en: message, zh: message };
}

const BYTES = 16 * 1_024 * 1_024;
const ENTRIES = 10_000;
const NOT_SUPPORTED = refusal(
  200,
  'PERSISTED_QUERY_NOT_SUPPORTED',
  same('PersistedQueryNotSupported'),
);
const NOT_FOUND = refusal(200, 'PERSISTED_QUERY_NOT_FOUND', same('PersistedQueryNotFound'));
const OTHER_VERSION = refusal(400, 'PERSISTED_QUERY_VERSION_NOT_SUPPORTED', {
  en: 'Persisted queries are understood in version 1 alone.',
  zh: '仅支持持久化查询第 1 版。',
});
const MISMATCH = refusal(400, 'PERSISTED_QUERY_MISMATCH', {
  en: 'The hash is not the SHA-256 of the query, in hexadecimal digits.',
  zh: '哈希不是查询文本的 SHA-256（十六进制）。',
});

export function createPersistedQueries(options: { readonly isOn: boolean }): PersistedQueries {
  const texts = createBoundedCache<string>({
    ...{ entries: ENTRIES, bytes: BYTES },
    bytesOf: (hash, text) => 2 * (hash.length + text.length),
  });
  return {
    complete: (sent) => {
      const { query, extensions } = read(sent);
      const persisted = isRecord(extensions) ? extensions['persistedQuery'] : undefined;
      if (persisted === undefined || persisted === null) return { ok: true, sent };
      if (!options.isOn) return NOT_SUPPORTED;
      const { version, sha256Hash: hash } = isRecord(persisted) ? persisted : {};
      if (version !== 1) return OTHER_VERSION;
      if (typeof hash !== 'string') return MISMATCH;
      if (typeof query !== 'string') {
        const known = texts.find(hash);
        return known === undefined ? NOT_FOUND : { ok: true, sent: withText(sent, known) };
      }
      if (createHash('sha256').update(query).digest('hex') !== hash) return MISMATCH;
      const keep = () => {
        texts.put(hash, query);
      };
      return { ok: true, sent: withText(sent, query), keep };
    },
  };
}

function refusal(status: number, code: string, words: Words): Completed & { readonly ok: false } {
  return { ok: false, status, code, words };
}

function read({ body, search }: SentOperation): Readonly<Record<string, unknown>> {
  if (isRecord(body)) return body;
  if (body !== undefined || !search.includes('extensions=')) return {};
  const { query, extensions } = Object.fromEntries(new URLSearchParams(search));
  return { query, extensions: parseJson(extensions) };
}

/** The same operation by its text: what runs it need not know how it came. */
function withText({ body, search }: SentOperation, query: string): SentOperation {
  if (isRecord(body)) {
    const { extensions, ...others } = body;
    return { search, body: { ...others, query, ...withoutHash(extensions) } };
  }
  const parameters = new URLSearchParams(search);
  const { extensions } = withoutHash(parseJson(parameters.get('extensions') ?? undefined));
  parameters.set('query', query);
  if (extensions === undefined) parameters.delete('extensions');
  else parameters.set('extensions', JSON.stringify(extensions));
  return { body, search: `?${parameters.toString()}` };
}

/** What else there is in the extensions, if anything. */
function withoutHash(extensions: unknown): { readonly extensions?: object } {
  const { persistedQuery: _, ...others } = isRecord(extensions) ? extensions : {};
  return Object.keys(others).length > 0 ? { extensions: others } : {};
}

function parseJson(text: string | undefined): unknown {
  try {
    return text === undefined ? undefined : (JSON.parse(text) as unknown);
  } catch {
    // Not a fault: whoever reads it next refuses it.
    return undefined;
  }
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
