/** A JSON value, also where control characters stand bare in its strings; `undefined` when it is none. */
export function parseJson(
  text: string,
): { readonly value: unknown; readonly mended: boolean } | undefined {
  const value = parsed(LONG_NUMBER.test(text) ? quotedNumbers(text) : text);
  if (value !== undefined) return { value, mended: false };
  const mended = parsed(escapedControls(text));
  return mended === undefined ? undefined : { value: mended, mended: true };
}

/** More digits than a number keeps: a code that somebody wrote without quotes. */
const LONG_NUMBER = /[:,[]\s*\d{16,}\s*[,}\]]/u;

function quotedNumbers(text: string): string {
  return text.replace(/"(?:[^"\\]|\\[\s\S])*"|(?<![\w.+-])\d{16,}(?![\w.])/gu, (match) =>
    match.startsWith('"') ? match : `"${match}"`,
  );
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (cause) {
    if (cause instanceof SyntaxError) return undefined;
    throw cause;
  }
}

function escapedControls(text: string): string {
  return text.replace(/"(?:[^"\\]|\\[\s\S])*"/gu, (string) =>
    string.replace(
      /[^ -\uffff]/gu,
      (control) => `\\u${control.charCodeAt(0).toString(16).padStart(4, '0')}`,
    ),
  );
}
