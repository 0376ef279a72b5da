import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Parser } from '@asyncapi/parser';
import { asyncApiDocument } from '../src/asyncapi/asyncapi-document.ts';
import { eventContractsIn } from '../src/asyncapi/event-contracts.ts';
import { printDocument } from '../src/asyncapi/print-document.ts';
import * as contracts from '../src/index.ts';

const committed = readFileSync(join(__dirname, '..', 'asyncapi.yaml'), 'utf8');
const events = eventContractsIn(contracts);
const parse = async (text: string) => {
  const { document, diagnostics } = await new Parser().parse(text);
  return { document, problems: diagnostics.filter(({ severity }) => [0, 1].includes(severity)) };
};

it('is AsyncAPI 3 without an error or a warning: each event by department, in both languages', async () => {
  const { document, problems } = await parse(committed);
  expect(problems).toEqual([]);
  const channels = new Map(
    document
      ?.channels()
      .all()
      .map((one) => [one.address(), one]),
  );
  expect(channels.size).toBe(events.length);
  for (const { type, description } of events) {
    const message = channels.get(`${type}.{department}`)?.messages().all()[0];
    expect(message?.name()).toBe(type);
    expect(message?.description()).toContain(description.en);
    expect(message?.description()).toContain(description.zh);
  }
});

it('the parser does find what is wrong', async () => {
  const { caseLapsed, caseSnapshot } = contracts;
  const text = printDocument(asyncApiDocument({ caseLapsed, caseSnapshot }));
  expect((await parse(text)).problems).toEqual([]);
  const broken = text.replace('#/components/messages/cases.case.lapsed.v1', '#/nowhere');
  expect((await parse(broken)).problems).not.toEqual([]);
});
