import type { Database } from '../database.ts';

/**
 * The names of the Mongo commands that `work` sends over this connection, in order: one `find` for a
 * batch proves that there is no N+1.
 */
export async function commandsOf(
  database: Database,
  work: () => Promise<unknown>,
): Promise<readonly string[]> {
  const client = database.connection.getClient();
  const names: string[] = [];
  const note = ({ commandName }: { readonly commandName: string }) => {
    names.push(commandName);
  };
  client.on('commandStarted', note);
  try {
    await work();
  } finally {
    client.off('commandStarted', note);
  }
  return names;
}

/** How many Mongo commands `work` sends. */
export async function countCommands(
  database: Database,
  work: () => Promise<unknown>,
): Promise<number> {
  return (await commandsOf(database, work)).length;
}
