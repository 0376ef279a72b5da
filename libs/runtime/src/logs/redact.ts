/*
 * What must never be in a log, in one place. A key counts whatever its case and its hyphens, at any
 * depth; GraphQL variables and inputs go as a whole, since they hold what applicants wrote.
 */
const KEYS: ReadonlySet<string> = new Set([
  ...['authorization', 'cookie', 'setcookie', 'jwt', 'bearer', 'apikey', 'privatekey'],
  ...['variables', 'input', 'arguments', 'args', 'personal', 'personaldata', 'rawbody', 'body'],
  ...['name', 'fullname', 'familyname', 'givenname', 'applicantname', 'contactname', 'agentname'],
  ...['displayname', 'complainantname', 'username', 'email', 'address', 'homeaddress'],
  ...['idcard', 'identitynumber', 'identitycard', 'identityindex', 'certificatenumber', 'keyvalue'],
]);
const ENDINGS = /(token|secret|password|phone|phonenumber|mobile|mobilenumber|idnumber)s?$/;

const REDACTED = '[redacted]';
const DEEPEST = 8;

/** By form, wherever they stand in a text: a JWS, a citizen's ID number, a mobile number. */
const FORMS =
  /eyJ[\w-]{8,}\.[\w-]*\.[\w-]*|(?<![\dA-Za-z])\d{17}[\dXx](?![\dA-Za-z])|(?<![\dA-Za-z])(?:\+?86[- ]?)?1[3-9]\d{9}(?![\dA-Za-z])/g;

export const redactText = (text: string): string => text.replace(FORMS, REDACTED);

/** A copy of what is to be logged, without what must not be. Errors become plain objects. */
export function redact(value: unknown, depth = 0): unknown {
  if (typeof value === 'string') return redactText(value);
  if (typeof value === 'number') return redactText(String(value)) === REDACTED ? REDACTED : value;
  if (typeof value !== 'object' || value === null) return value;
  if (value instanceof Date) return value;
  if (depth > DEEPEST) return '[too deep]';
  if (Array.isArray(value)) return value.map((item) => redact(item, depth + 1));
  if (value instanceof Error) return redactError(value, depth);
  if (ArrayBuffer.isView(value)) return '[bytes]';
  if (value instanceof Set || value instanceof Map) return redact([...value], depth + 1);
  return redactFields(Object.entries(value), depth);
}

function redactError(error: Error, depth: number): unknown {
  const { name, message, stack, cause } = error;
  return {
    ...redactFields(Object.entries(error), depth),
    type: name,
    message: redactText(message),
    ...(stack !== undefined && { stack: redactText(stack) }),
    ...(cause !== undefined && { cause: redact(cause, depth + 1) }),
  };
}

function redactFields(
  fields: readonly (readonly [string, unknown])[],
  depth: number,
): Record<string, unknown> {
  return Object.fromEntries(
    fields.map(([key, value]) => [key, isForbidden(key) ? REDACTED : redact(value, depth + 1)]),
  );
}

function isForbidden(key: string): boolean {
  const plain = key.toLowerCase().replace(/[^a-z0-9]/g, '');
  return KEYS.has(plain) || ENDINGS.test(plain);
}
