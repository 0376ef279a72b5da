/**
 * The fields of one line. A field in quotes may hold the delimiter, doubled quotes and line breaks;
 * `open` says that a quote is still open at the end, so that the record may go on in the next line.
 */
export function splitRecord(
  line: string,
  delimiter: string,
): { readonly fields: readonly string[]; readonly open: boolean } {
  const fields: string[] = [];
  let at = 0;
  for (;;) {
    if (line[at] === '"') {
      const quoted = readQuoted(line, at, delimiter);
      fields.push(quoted.field);
      if (quoted.open) return { fields, open: true };
      at = quoted.next;
    } else {
      const end = line.indexOf(delimiter, at);
      fields.push(line.slice(at, end === -1 ? line.length : end));
      at = end === -1 ? line.length + 1 : end + 1;
    }
    if (at > line.length) return { fields, open: false };
  }
}

function readQuoted(
  line: string,
  start: number,
  delimiter: string,
): { readonly field: string; readonly next: number; readonly open: boolean } {
  let field = '';
  let at = start + 1;
  for (;;) {
    const quote = line.indexOf('"', at);
    if (quote === -1) return { field: field + line.slice(at), next: line.length + 1, open: true };
    field += line.slice(at, quote);
    const following = line[quote + 1];
    if (following === undefined) return { field, next: line.length + 1, open: false };
    if (following === delimiter) return { field, next: quote + 2, open: false };
    field += '"';
    at = following === '"' ? quote + 2 : quote + 1;
  }
}
