/** Prints a table in Markdown. */
export function printTable(
  title: string,
  {
    head,
    rows,
  }: { readonly head: readonly string[]; readonly rows: readonly (readonly string[])[] },
): void {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const text = [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
  process.stdout.write(`\n${title}\n\n${text}\n`);
}
