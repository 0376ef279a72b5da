import type { Viewer } from '@onewindow/identity';
import { instant } from '@onewindow/kernel';
import { idFromCode } from '@onewindow/persistence';
import { startOnRealServers, type StartedService } from '@onewindow/service/testing';
import { readEnvironment } from '../src/environment.ts';
import { createWindowsService } from '../src/service.ts';

export const regionId = idFromCode('region', '511602');

/** The service on real servers, with items and cases beside it. */
export const startWindows = () =>
  startOnRealServers({
    service: 'windows',
    parse: readEnvironment,
    create: createWindowsService,
    neighbours: ['items', 'cases'],
    region: regionId,
    at: instant('2026-09-18T09:30:00+08:00'),
  });

const SAYS_WHICH = [
  ...['registerRegion', 'registerCentre', 'openWindow', 'registerStaffMember', 'registerSeal'],
  ...['grantAuthorization', 'setStandingRule', 'appointChiefRepresentative'],
];

/** What a mutation answers: its type, and of a refusal code and rule. An error fails the test. */
export async function mutated(
  service: Pick<StartedService, 'operate'>,
  viewer: Viewer,
  { name, input }: { readonly name: string; readonly input: object },
) {
  const type = `${name[0]?.toUpperCase() ?? ''}${name.slice(1)}`;
  const inputType = ['closeWindow', 'reopenWindow'].includes(name) ? 'Window' : type;
  const query = `mutation ($input: ${inputType}Input!) { ${name}(input: $input) { __typename ... on Rejection { code message rule } ${SAYS_WHICH.includes(name) ? '... on AlreadyExists { fact id }' : ''} } }`;
  const { data, errors } = await service.operate(viewer, query, { input });
  expect(errors).toBeUndefined();
  return (data as Mutated)[name];
}

type Mutated = Readonly<Record<string, Record<string, unknown> & { readonly __typename: string }>>;
