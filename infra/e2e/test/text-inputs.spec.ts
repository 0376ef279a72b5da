import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { workspaceRoot } from '@onewindow/runtime/embedded';
import { composedGraph } from '../src/rights/composed-graph.ts';
import { DATE_INPUTS, dateInputsOf } from '../src/words/date-inputs.ts';
import {
  FOR_EVERYBODY,
  KEPT,
  OF_A_FORM,
  OF_THE_HOUSE,
  textInputsOf,
  YET_TO_BE_SAID,
} from '../src/words/text-inputs.ts';

const kept: readonly string[] = [...KEPT, ...YET_TO_BE_SAID, ...OF_A_FORM];
const inputs = textInputsOf(composedGraph());
const isForEverybody = (name: string) =>
  (FOR_EVERYBODY as readonly string[]).includes(name.split('.')[0] ?? '');

describe('a text that a mutation takes', () => {
  it('is kept from sight, or of a form, or for everybody, or of the house: each is named once', () => {
    const named = inputs.map(({ name }) => name).filter((name) => !isForEverybody(name));
    expect(named.sort()).toEqual([...kept, ...OF_THE_HOUSE].sort());
  });

  it('is kept from sight where the graph calls it personal, but for what everybody may read of staff', () => {
    const personal = inputs.filter(({ isPersonal }) => isPersonal).map(({ name }) => name);
    expect(personal.filter((name) => !kept.includes(name)).sort()).toEqual([
      'IssueCertificateInput.certificateNumber',
      'RegisterStaffMemberInput.badgeNumber',
      'RegisterStaffMemberInput.name',
    ]);
  });
});

describe('a date that a mutation takes', () => {
  it('has bounds, each named once in date-inputs.ts', () => {
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
