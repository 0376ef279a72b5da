import { requestTokensFor } from '@onewindow/identity/testing';
import type { Scope, Viewer } from '@onewindow/identity';
import type { Messaging } from '@onewindow/messaging';
import { startNats, type StartedNats } from '@onewindow/messaging/testing';
import type { TestDatabase } from '@onewindow/persistence/testing';
import { createLog, createMetrics } from '@onewindow/runtime';
import { readEnvironment } from '../src/environment.ts';
import { createItemsService } from '../src/service.ts';
import { DEPARTMENT, startWindowsStream } from './windows-stand-in.ts';

export const tokens = requestTokensFor('items');
const [key] = tokens.keys;
type Service = Awaited<ReturnType<typeof createItemsService>>;
type Answer = Readonly<Record<string, Record<string, unknown> & { readonly __typename: string }>>;

export const viewer = (
  id: string,
  scopes: readonly Scope[],
  more: Partial<Viewer> = {},
): Viewer => ({
  id,
  kind: 'STAFF',
  scopes: new Set(scopes),
  staffId: `staff-${id}`,
  ...more,
});
export const importer = viewer('importer', ['items:import'], { kind: 'SERVICE' });
export const editor = viewer('editor', ['items:edit'], { department: DEPARTMENT });
export const reviewer = viewer('reviewer', ['items:review']);
export const citizen = viewer('citizen', [], { kind: 'NATURAL' });

export const row = (code: string, content: object = {}) => ({
  code,
  departmentCode: 'D-1',
  content: { name: `事项${code}`, kind: 'ADMIN_LICENCE', ...content },
});

/** The service with real servers for one suite. `database` is asked for above the suite, so that it ends last. */
export function useItems(database: () => TestDatabase) {
  let nats: StartedNats;
  let windows: Messaging;
  let service: Service;
  const metrics = createMetrics('items');
  const mongoCommands = async () => {
    const { text } = await metrics.render();
    return Number(/^onewindow_request_mongo_commands_total\{.*\} (\d+)$/m.exec(text)?.[1] ?? 0);
  };

  beforeAll(async () => {
    nats = await startNats();
    const test = database();
    windows = await startWindowsStream(nats.url, test.database);
    const environment = readEnvironment({
      MONGODB_URI: test.uri,
      MONGODB_DATABASE: `${test.name}-items`,
      NATS_URL: nats.url,
      REQUEST_TOKEN_KEYS: `${key.id}:${key.secret}`,
      JOURNAL_HMAC_KEY: key.secret,
      PERSONAL_DATA_KEYS: `p:${Buffer.alloc(32, 7).toString('base64')}`,
      LOG_LEVEL: 'silent',
      PORT: '0',
      HOST: '127.0.0.1',
    });
    service = await createItemsService(environment, {
      log: createLog({ service: 'items', level: 'silent' }),
      metrics,
    });
    await service.start();
    await untilDepartmentIsKnown();
  });
  afterAll(async () => {
    await service.stop();
    await windows.close();
    await nats.stop();
  });

  const execute = async (query: string, variables: object = {}, who: Viewer = citizen) => {
    const answer = await service.executeOperation(
      { query, variables: { ...variables } },
      { viewer: who },
    );
    expect(answer.errors).toBeUndefined();
    return answer.data as Answer;
  };
  const mutate = async (name: string, input: object, who: Viewer) => {
    const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}`;
    const query = `mutation ($input: ${type}Input!) { ${name}(input: $input) {
      __typename ... on Rejection { code message rule } ${name === 'publishItem' ? '... on ElementsMissing { missing }' : ''}
      ... on ${type}Success { item { id status revision version } } } }`;
    return (await execute(query, { input }, who))[name];
  };
  const importing = async (rows: readonly object[], commandId?: string) => {
    const query = `mutation ($input: ImportItemsInput!) { importItems(input: $input) {
      __typename ... on InvalidInput { fields { path } }
      ... on ImportItemsSuccess { outcomes { code outcome reasons { code } item { id } } } } }`;
    const answer = await execute(query, { input: { rows, commandId } }, importer);
    return answer['importItems']?.['outcomes'] as readonly {
      readonly outcome: string;
      readonly reasons: readonly { readonly code: string }[];
    }[];
  };
  const outcomesOf = (rows: Awaited<ReturnType<typeof importing>>) =>
    rows.map(({ outcome, reasons }) => [outcome, ...reasons.map(({ code }) => code)].join(' '));

  async function untilDepartmentIsKnown() {
    for (;;) {
      const [outcome] = outcomesOf(await importing([row('READY-1')]));
      if (outcome !== 'REFUSED DepartmentUnknown') return;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }

  return {
    execute,
    importing,
    mongoCommands,
    mutate,
    /** The whole answer, with its errors. */
    operate: (...call: Parameters<Service['executeOperation']>) =>
      service.executeOperation(...call),
    outcomesOf,
    url: () => service.url(),
    windows: () => windows,
  };
}
