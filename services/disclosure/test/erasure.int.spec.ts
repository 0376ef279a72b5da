import { instant } from '@onewindow/kernel';
import { query } from '@onewindow/service/testing';
import { atTheDesk } from './at-the-desk.ts';
import {
  editor,
  reviewer,
  startDisclosure,
  stranger,
  type RunningDisclosure,
} from './running-disclosure.ts';

let disclosure: RunningDisclosure;
beforeAll(async () => {
  disclosure = await startDisclosure();
});
afterAll(() => disclosure.stop());

const erase = query<{ readonly answer: object }>(
  `mutation ($input: EraseTextsInput!) { answer: eraseDisclosureTexts(input: $input) {
    __typename ... on RetentionNotOver { keptUntil message } ... on EraseTextsSuccess { texts } } }`,
);
const read = query<{ readonly disclosureEntry: object }>(
  `query ($id: ID!) { disclosureEntry(id: $id) { title review { opinion }
    erasures { reason legalBasis decision texts } } }`,
);
const may = ['records:erase', 'disclosure:edit'] as const;
const opinion = '申请人住在示例路七号，勿公开';

it('what staff wrote on an entry may be erased without a decision once it has been kept for thirty years', async () => {
  const { drafted, does } = atTheDesk(() => disclosure);
  const id = await drafted();
  await does(editor, 'submitDisclosureEntry', { entryId: id });
  await does(reviewer, 'returnDisclosureEntry', { entryId: id, opinion });
  const input = { id, reason: 'RETENTION_OVER', legalBasis: '档案法 27' };
  const asked = async (of = editor) =>
    (await disclosure.ask({ ...of, scopes: new Set(may) }, erase, { input })).answer;

  // The last day on which it must be kept, a minute before its end.
  disclosure.at(instant('2056-09-18T23:59:00+08:00'));
  expect(await asked()).toEqual({
    ...{ __typename: 'RetentionNotOver', keptUntil: '2056-09-18' },
    message: expect.stringContaining('2056-09-18') as string,
  });
  disclosure.at(instant('2056-09-19T00:00:00+08:00'));
  expect(await asked(stranger)).toEqual({ __typename: 'NotFound' });
  expect(await disclosure.ask(editor, read, { id })).toMatchObject({
    disclosureEntry: { review: { opinion }, erasures: [] },
  });
  expect(await asked()).toMatchObject({ __typename: 'EraseTextsSuccess' });
  expect(await disclosure.ask(editor, read, { id })).toMatchObject({
    disclosureEntry: {
      ...{ title: '■■', review: { opinion: '■■' } },
      erasures: [{ reason: 'RETENTION_OVER', legalBasis: '档案法 27', decision: null }],
    },
  });
});
