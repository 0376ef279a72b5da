import { personaToken, runningCentre, runningCentres } from '@onewindow/local/centre';

/** Where an import goes, and as whom. */
export interface Graph {
  readonly url: string;
  readonly token: string;
}

/**
 * What is not told is that of the centre which runs in this checkout: its gateway, and the token of the
 * persona who may import. A gateway elsewhere needs a token. Throws a sentence where something is missing.
 */
export async function findGraph(
  root: string,
  told: { readonly gateway?: string; readonly token?: string },
): Promise<Graph> {
  const url = told.gateway ?? `http://127.0.0.1:${(await runningCentre(root)).toString()}/graphql`;
  return { url, token: told.token ?? (await tokenHere(root, url)) };
}

async function tokenHere(root: string, url: string): Promise<string> {
  const { hostname, port } = new URL(url);
  const isHere = ['127.0.0.1', 'localhost', '[::1]'].includes(hostname);
  const running = isHere ? await runningCentres(root) : [];
  const own = running.find((one) => one === Number(port));
  if (own !== undefined) return personaToken(own, 'importer');
  throw new Error(
    'A token is missing: give --token or ONEWINDOW_TOKEN, of a SERVICE with the scopes items:import and windows:manage. 缺少令牌。',
  );
}
