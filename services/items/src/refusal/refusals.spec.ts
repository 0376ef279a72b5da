import { subgraphDocument, type Language } from '@onewindow/subgraph';
import { bareRejections, refusalFaults, type RejectionOfEach } from '@onewindow/testing';
import { typeDefs } from '../graphql/type-defs.generated.ts';
import type { ItemJournal } from '../item/item.kind.ts';
import { refusalOf } from '../kit.ts';
import { WORDS } from './words.ts';

type Outcome = Awaited<ReturnType<ItemJournal['createMany']>>[number];
type Rejected = Extract<Outcome, { readonly ok: false }>['rejection'];

const examples: RejectionOfEach<Rejected> = {
  AlreadyExists: { code: 'AlreadyExists', fact: 'itemCode' },
  CatchAllMaterial: { code: 'CatchAllMaterial', materials: ['其他材料'] },
  CentreUnknown: { code: 'CentreUnknown' },
  CommittedLimitTooLong: { code: 'CommittedLimitTooLong' },
  Conflict: { code: 'Conflict' },
  DepartmentNotAtCentre: { code: 'DepartmentNotAtCentre' },
  ElementsMissing: { code: 'ElementsMissing', missing: [] },
  FeeWithoutBasis: { code: 'FeeWithoutBasis', fees: ['工本费'] },
  FeeHearingMissing: { code: 'FeeHearingMissing', fees: ['工本费'] },
  FeeStandardFaulty: { code: 'FeeStandardFaulty', fees: ['工本费'] },
  HandlingModeMissing: { code: 'HandlingModeMissing' },
  IdempotencyMismatch: { code: 'IdempotencyMismatch', commandId: 'c-1' },
  NotAuthorized: { code: 'NotAuthorized', because: 'NotOfDepartmentOrCentre' },
  NotFound: { code: 'NotFound', id: 'item-1' },
  NothingChanged: { code: 'NothingChanged' },
  NotPermittedInStatus: { code: 'NotPermittedInStatus', command: 'EnterItem', status: 'ABOLISHED' },
  ResponsibleDepartmentDiffers: { code: 'ResponsibleDepartmentDiffers' },
  ReviewerIsAuthor: { code: 'ReviewerIsAuthor' },
};
const said = (language: Language) =>
  [
    ...Object.values(examples),
    ...bareRejections(WORDS, examples),
    { code: 'NotAuthorized', because: 'NotKnownStaff' },
    { code: 'NotYetKnown', retryAfter: 2 },
    { code: 'InvalidInput', fields: [] },
    { code: 'RetentionNotOver', keptUntil: '2056-09-18' },
  ].map((rejection) => refusalOf(rejection, language));

it('fills what the graph promises of each refusal, and says it in the words of who gets it', () => {
  const made = { en: said('en'), zh: said('zh') };
  expect(refusalFaults(subgraphDocument(typeDefs), made)).toEqual([]);
});
