import { sentence } from './sentence.mjs';
import { DEFAULT_PORT, PORTS_NEEDED } from './ports.mjs';

const USAGE = 'npm start -- [--port <number>] [--fresh]';

/** What `npm start -- --help` prints. */
export const HELP = `${USAGE}

  --port <number>  the gateway's port, ${DEFAULT_PORT} by default; everything else takes one of the ${PORTS_NEEDED} behind it
  --fresh          begin with empty data (of the embedded servers)
  --help           this

MONGODB_URI and NATS_URL name servers that are there already; without them embedded ones are started.
启动政务服务中心：--port 指定网关端口，--fresh 清空数据后重新开始。`;

/** Whether somebody only asks what there is to ask for. @param {readonly string[]} args */
export const asksForHelp = (args) => args.includes('--help') || args.includes('-h');

/**
 * What `npm start -- …` was asked for.
 * @param {readonly string[]} args
 * @returns {{ readonly port: number, readonly fresh: boolean }}
 */
export function parseOptions(args) {
  let port = DEFAULT_PORT;
  let fresh = false;
  for (let at = 0; at < args.length; at += 1) {
    const [name, inline] = split(args[at] ?? '');
    if (name === '--fresh' && inline === undefined) fresh = true;
    else if (name === '--port') port = parsePort(inline ?? args[(at += 1)]);
    else throw sentence(`Unknown option ${name}. Usage: ${USAGE}`);
  }
  return { port, fresh };
}

/** @param {string | undefined} text */
export function parsePort(text) {
  const port = /^\d+$/.test(text ?? '') ? Number(text) : NaN;
  const highest = 65535 - PORTS_NEEDED;
  if (port >= 1024 && port <= highest) return port;
  throw sentence(`--port takes a number from 1024 to ${highest}, not ${text ?? 'nothing'}.`);
}

/** @param {string} argument @returns {[string, string | undefined]} */
function split(argument) {
  const at = argument.indexOf('=');
  return at < 0 ? [argument, undefined] : [argument.slice(0, at), argument.slice(at + 1)];
}
