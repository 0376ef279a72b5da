/** The ids of the subscriptions of one connection. */
export interface SubscriptionIds {
  /** A client's message as graphql-ws is to hear it. */
  incoming(text: string): string;
  /** What graphql-ws says as the client is to hear it; undefined when it is about something that he took back. */
  outgoing(text: string): string | undefined;
  /** What the client calls a subscription by; undefined when he took it back. */
  nameOf(id: string): string | undefined;
}

/**
 * A client may use an id again as soon as he has said `complete`. graphql-ws keeps all it knows of a subscription under
 * its id, also of one that is still being looked at, and takes the old one and the new one for the same. So to it each
 * subscription has an id of its own, and the client's is put back where something is said to him.
 */
export function createSubscriptionIds(): SubscriptionIds {
  const ids = new Map<string, string>();
  const names = new Map<string, string>();
  let count = 0;
  const forget = (name: string): void => {
    names.delete(ids.get(name) ?? '');
    ids.delete(name);
  };
  return {
    incoming: (text) => {
      const message = read(text);
      const name = message?.['id'];
      if (message === undefined || typeof name !== 'string' || name === '') return text;
      // One that is there keeps its id: to subscribe twice under one name is refused by graphql-ws.
      const known = ids.get(name);
      if (message['type'] === 'subscribe') {
        const id = known ?? String((count += 1));
        ids.set(name, id);
        names.set(id, name);
        return JSON.stringify({ ...message, id });
      }
      if (message['type'] !== 'complete') return text;
      forget(name);
      return JSON.stringify({ ...message, id: known ?? NOBODY });
    },
    outgoing: (text) => {
      const message = read(text);
      const id = message?.['id'];
      if (message === undefined || typeof id !== 'string') return text;
      const name = names.get(id);
      if (name === undefined) return undefined;
      if (message['type'] === 'complete' || message['type'] === 'error') forget(name);
      return JSON.stringify({ ...message, id: name });
    },
    nameOf: (id) => names.get(id),
  };
}

/** No subscription has it. */
const NOBODY = '0';

/** Undefined for what is no message: graphql-ws says what it thinks of that. */
function read(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const message: unknown = JSON.parse(text);
    return typeof message === 'object' && message !== null && !Array.isArray(message)
      ? (message as Readonly<Record<string, unknown>>)
      : undefined;
  } catch {
    return undefined;
  }
}
