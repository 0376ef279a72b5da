import { createRequestTokenMinter, type ViewerClaims } from '@onewindow/identity';
import { REQUEST_TOKEN_HEADER } from '@onewindow/subgraph';
import { Pool } from 'undici';
import type { Contender } from '../contender.ts';
import { ids } from './rows.ts';

export const SECRET = 'k'.repeat(32);
const minter = createRequestTokenMinter({ cases: [{ id: 'k', secret: SECRET }] });
const officer: ViewerClaims = {
  sub: `staff:${ids.officer}`,
  kind: 'STAFF',
  scope: 'cases:handle cases:decide',
  ...{ staffId: ids.officer, department: ids.department },
  ...{ centre: ids.centre, region: ids.region },
};

/** Asks as the gateway does, with a token for each request. */
export interface Asker {
  /** The text of the answer. Throws where its status is not 200. */
  ask(body: object): Promise<string>;
  close(): Promise<void>;
}

export function askerOf({ url }: Pick<Contender, 'url'>, connections: number): Asker {
  const { origin, pathname } = new URL(url);
  const pool = new Pool(origin, { connections });
  return {
    ask: async (asked) => {
      const body = JSON.stringify(asked);
      const token = minter.mint({ subgraph: 'cases', body, viewer: officer });
      const { statusCode, body: answered } = await pool.request({
        ...{ method: 'POST', path: pathname, body },
        headers: { 'content-type': 'application/json', [REQUEST_TOKEN_HEADER]: token },
      });
      const text = await answered.text();
      if (statusCode !== 200) throw new Error(`${statusCode}: ${text.slice(0, 300)}`);
      return text;
    },
    close: () => pool.close(),
  };
}
