import { join } from 'node:path';
import { trustClock } from '@onewindow/runtime';
import { demandFreePorts, listeners, portPlan } from '../setup/ports.mjs';
import { serviceNames } from '../setup/programs.mjs';
import { sentence } from '../setup/sentence.mjs';
import { adminListeners } from './admin-ports.ts';
import { importCatalogue } from './demo/import-catalogue.ts';
import { loadDemo } from './demo/load-demo.ts';
import {
  businessClockFile,
  gatewayAddress,
  gatewayEnvironment,
  identityEnvironment,
  identityIssuer,
  outboxFolder,
  secretNames,
  serviceEnvironment,
} from './environment.ts';
import { startProgram, type Program } from './program.ts';
import { readSecrets } from './secrets.ts';
import { keepServers } from './kept-servers.ts';
import { demandRoomForStreams, startBroker, startDatabase } from './servers.ts';
import type { Base, Launch, Site } from './site.ts';
import { prepareFolders, stateFolders } from './state-folders.ts';
import { whatToTry } from './what-to-try.ts';

/**
 * Brings everything up, in the order in which things need each other, and tells what to try. Answers, when all is
 * ready, a promise that rejects once a program has died too often; rejects itself when something does not come up.
 */
export async function launch(request: Launch): Promise<{ readonly failed: Promise<never> }> {
  const { progress, atEnd, port, env } = request;
  const stops: (() => Promise<unknown>)[] = [];
  // Backwards: whoever uses something is gone before it. Programs of one step go together.
  atEnd(async () => {
    for (const stop of stops.splice(0).reverse()) await stop();
  });
  const { failed, giveUp } = createFailure();
  const base = await prepareBase(request, giveUp);

  const mongo = await progress.step('Starting MongoDB', () => startDatabase(base));
  stops.push(() => mongo.stop());
  const nats = await progress.step('Starting NATS', () => startBroker(base));
  stops.push(() => nats.stop());
  await demandRoomForStreams(nats, base);
  const site: Site = { ...base, mongoUri: mongo.address, natsUrl: nats.address };
  keepServers(base.folders, site);

  for (const [name, programs] of steps(site)) {
    await progress.step(`Starting the ${name}`, async () => {
      const running: (() => Promise<void>)[] = [];
      // What has not come up yet when somebody ends all of it is the guard's to end.
      stops.push(() => Promise.all(running.map((stop) => stop())));
      await Promise.all(
        programs.map(async (program) => running.push((await startProgram(site, program)).stop)),
      );
    });
  }
  const addresses = { gateway: gatewayAddress(site), identity: identityIssuer(site) };
  const { data, logs } = base.folders;
  progress.say(
    `  The explorer answers at ${addresses.gateway}/ already; the first time it takes some minutes to fill the centre.`,
  );
  const receipt = await loadDemo({
    ...addresses,
    data,
    clockFile: businessClockFile(site),
    now: trustClock.now(),
    importCatalogue: importCatalogue(site),
    step: (name, work) => progress.step(name, work),
  });
  progress.say(
    whatToTry({ port, logs, outbox: outboxFolder(base), hasData: !isExternal(env), receipt }),
  );
  return { failed };
}

function* steps(site: Site): Generator<readonly [string, readonly Program[]]> {
  const { ports } = site;
  yield [
    'identity provider',
    [
      {
        name: 'identity provider',
        file: 'infra/local/dist/identity-provider.js',
        log: 'identity-provider',
        port: ports.identity,
        env: identityEnvironment(site),
      },
    ],
  ];
  const services = Object.entries(ports.services);
  yield [
    `subgraphs ${services.map(([name]) => name).join(', ')}`,
    services.map(([name, port]) => ({
      name: `service ${name}`,
      file: `services/${name}/dist/main.js`,
      log: name,
      port,
      env: serviceEnvironment(site, name),
    })),
  ];
  yield [
    'gateway',
    [
      {
        name: 'gateway',
        file: 'gateway/dist/main.js',
        log: 'gateway',
        port: ports.gateway,
        env: gatewayEnvironment(site),
      },
    ],
  ];
}

async function prepareBase(
  { root, port, fresh, env, guard, progress }: Launch,
  giveUp: (reason: Error) => void,
): Promise<Base> {
  const services = serviceNames(root);
  const ports = portPlan(port, services);
  const folders = stateFolders(root, port);
  if (fresh && isExternal(env)) {
    throw sentence(
      '--fresh empties the data of the embedded servers only: empty the servers that MONGODB_URI and NATS_URL ' +
        'name yourself (databases onewindow_…, streams) and start without it, or unset both.',
    );
  }
  // The set-up may have taken minutes since they were looked at first.
  await demandFreePorts({ ...listeners(ports, env), ...adminListeners(ports) }, port);
  prepareFolders(folders, fresh);
  const secrets = readSecrets(join(folders.state, 'secrets.json'), secretNames(services));
  const say = (text: string) => {
    progress.say(text);
  };
  return { root, env, ports, folders, secrets, watch: { guard, say, giveUp } };
}

const isExternal = (env: NodeJS.ProcessEnv) =>
  [env['MONGODB_URI'], env['NATS_URL']].some((address) => (address ?? '') !== '');

function createFailure() {
  let giveUp: (reason: Error) => void = () => undefined;
  const failed = new Promise<never>((_, reject) => {
    giveUp = reject;
  });
  // Nobody listens until all is up; a start that fails is told by itself.
  failed.catch(() => undefined);
  return {
    failed,
    giveUp: (reason: Error) => {
      giveUp(reason);
    },
  };
}
