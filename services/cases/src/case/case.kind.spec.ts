import { uncoveredQueries } from '@onewindow/persistence/testing';
import { aCase, ids, lifecycle, rules } from '../../test/a-case.ts';
import { caseKind } from './case.kind.ts';

const aggregate = caseKind.with(rules).type;

describe('a case as the journal keeps it', () => {
  it('has an index for every query', () => {
    expect(uncoveredQueries(aggregate)).toEqual([]);
  });

  it('belongs to region, centre and department', () => {
    const { region, centre, department } = ids;
    expect(aggregate.belonging(aCase())).toEqual({ region, centre, department });
    expect(() => aggregate.belonging(lifecycle.initial)).toThrow('before it is made');
  });

  it('keeps two facts unique: the number on the receipt and the open application (002:15)', () => {
    const facts = aggregate.indexes.filter(({ unique }) => unique).map(({ fact }) => fact);
    expect(facts).toEqual(['receiptNumber', 'openApplication']);
  });

  it('lets each timer elapse by a command of its own', () => {
    for (const timer of aggregate.timers?.(aCase('IN_PROCESS')) ?? []) {
      expect(aggregate.elapse?.(timer)).toEqual({ type: 'ElapseTimer', ...timer });
    }
  });

  it('is plain JSON', () => {
    for (const status of ['SUBMITTED', 'SUPPLEMENT_REQUIRED', 'ISSUED', 'COMPLETED'] as const) {
      expect(JSON.parse(JSON.stringify(aCase(status)))).toEqual(aCase(status));
    }
  });
});
