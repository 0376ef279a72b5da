import { createServer } from 'node:net';
import { sentence } from './sentence.mjs';

export const DEFAULT_PORT = 4000;
/** The ports after the gateway's that everything beside it may take. */
export const PORTS_NEEDED = 39;
const FIRST_SERVICE = 10;

/**
 * Where everything listens, all counted from the gateway's port, so that two can run on one machine.
 * @param {number} gateway
 * @param {readonly string[]} services
 * @returns {{ readonly gateway: number, readonly identity: number, readonly mongo: number, readonly nats: number, readonly services: Readonly<Record<string, number>> }}
 */
export function portPlan(gateway, services) {
  return {
    gateway,
    identity: gateway + 1,
    mongo: gateway + 2,
    nats: gateway + 3,
    services: Object.fromEntries(
      [...services].sort().map((name, index) => [name, gateway + FIRST_SERVICE + index]),
    ),
  };
}

/**
 * The ports that this run will listen on, by what listens there as a person would say it.
 * @param {ReturnType<typeof portPlan>} plan
 * @param {NodeJS.ProcessEnv} env
 * @returns {Readonly<Record<string, number>>}
 */
export function listeners({ gateway, identity, mongo, nats, services }, env) {
  const given = (/** @type {string} */ variable) => (env[variable] ?? '') !== '';
  return {
    gateway,
    'identity provider': identity,
    ...(given('MONGODB_URI') ? {} : { database: mongo }),
    ...(given('NATS_URL') ? {} : { broker: nats }),
    ...Object.fromEntries(
      Object.entries(services).map(([name, port]) => [`service ${name}`, port]),
    ),
  };
}

/**
 * Refuses with a sentence when one of these ports is taken.
 * @param {Readonly<Record<string, number>>} wanted port by the name of what is to listen there
 * @param {number} gateway
 */
export async function demandFreePorts(wanted, gateway) {
  for (const [name, port] of Object.entries(wanted)) {
    const fault = await listenFault(port);
    if (fault === undefined) continue;
    const why = fault === 'EADDRINUSE' ? 'is taken by another program' : `can't be used (${fault})`;
    throw sentence(
      `Port ${port}, which the ${name} needs, ${why}. ` +
        `Stop that program, or move One Window: npm start -- --port ${gateway + 100}`,
    );
  }
}

/** @param {number} port @returns {Promise<string | undefined>} */
function listenFault(port) {
  return new Promise((done) => {
    const server = createServer();
    server.once('error', (error) => {
      done(/** @type {NodeJS.ErrnoException} */ (error).code ?? error.message);
    });
    server.listen({ port, host: '127.0.0.1', exclusive: true }, () => {
      server.close(() => {
        done(undefined);
      });
    });
  });
}
