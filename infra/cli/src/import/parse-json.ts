/** A JSON value, also where control characters stand bare in its strings; `undefined` when it is none. */
export function parseJson(
  text: string,
): { readonly value: unknown; readonly mended: boolean } | undefined {
  const value = parsed(text);
  if (value !== undefined) return { value, mended: false };
  const mended = parsed(escapedControls(text));
  return mended === undefined ? undefined : { value: mended, mended: true };
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
