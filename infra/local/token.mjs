// `npm run token -- citizen`: prints a bearer token of one of the personas of the running centre.
import { parsePort } from './setup/options.mjs';
import { DEFAULT_PORT, portPlan } from './setup/ports.mjs';
import { sentence, tell } from './setup/sentence.mjs';

const args = process.argv.slice(2);

try {
  const at = args.indexOf('--port');
  const port = at < 0 ? DEFAULT_PORT : parsePort(args.splice(at, 2)[1]);
  const origin = `http://127.0.0.1:${portPlan(port, []).identity}`;
  const [persona] = args;
  if (persona === undefined) process.stdout.write(`${await ask(`${origin}/personas.txt`)}\n`);
  else {
    const body = JSON.stringify({ persona });
    const headers = { 'content-type': 'application/json', accept: 'text/plain' };
    const token = await ask(`${origin}/token/persona`, { method: 'POST', headers, body });
    process.stdout.write(`${token}\n`);
  }
} catch (error) {
  tell(error);
  process.exitCode = 1;
}

async function ask(url, request) {
  const answer = await fetch(url, request).catch((cause) => {
    throw sentence(`No identity provider answers at ${url}: run npm start first.`, cause);
  });
  const text = await answer.text();
  if (!answer.ok) throw sentence(text);
  return text;
}
