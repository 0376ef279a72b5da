import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { workspaceRoot } from '@onewindow/runtime/embedded';
import { composedGraph } from '../src/rights/composed-graph.ts';
import { DATE_INPUTS, dateInputsOf } from '../src/words/date-inputs.ts';

describe('a date that a mutation takes', () => {
  it('has bounds, each named once', () => {
    const bounded = DATE_INPUTS.map(({ input }) => input);
    expect([...bounded].sort()).toEqual([...dateInputsOf(composedGraph())].sort());
  });

  it.each(DATE_INPUTS)(
    'is refused outside them by a test: $input',
    ({ refused: [file, title] }) => {
      const text = readFileSync(join(workspaceRoot(process.cwd()), file), 'utf8');
      expect(text).toContain(title);
    },
  );
});
