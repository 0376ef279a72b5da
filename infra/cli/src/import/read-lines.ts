/** The lines of a text that comes in chunks, without their ends (LF, CRLF or CR). */
export async function* readLines(chunks: AsyncIterable<string>): AsyncGenerator<string> {
  let rest = '';
  for await (const chunk of chunks) {
    const text = rest + chunk;
    // A CR at the very end may be the first half of a CRLF.
    const usable = text.endsWith('\r') ? text.slice(0, -1) : text;
    const lines = usable.split(/\r\n|\n|\r/u);
    rest = (lines.pop() ?? '') + text.slice(usable.length);
    yield* lines;
  }
  if (rest !== '') yield rest.replace(/\r$/u, '');
}
