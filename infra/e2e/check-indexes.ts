import { randomUUID } from 'node:crypto';
import { connectDatabase, journalIndexes } from '@onewindow/persistence';
import { ExplainsNothing, explainQueries, JOURNAL_SWEEPS } from '@onewindow/persistence/testing';
import { declaredQueries } from './src/declared-queries.ts';
import { findPlanningServer, type PlanningServer } from './src/planning-server.ts';

/*
 * `npm run check:indexes`: has a server with a real planner explain every query that a list or a sweep runs. Ends
 * with 0 when each reads along an index what it answers and no more, 1 when one doesn't, 2 when there is no server
 * whose `explain` can prove it.
 */
const NO_SERVER = 2;

const server = await findPlanningServer(process.env);
if (server === undefined) {
  console.error(
    'NOT CHECKED: there is no server with a real planner. Set MONGODB_URI, or put mongod or secantusd-rs on the ' +
      'PATH; the embedded server explains nothing about MongoDB. (That every declared query has its index is a test ' +
      'of its own, which ran without a server: npm test -- declared-queries.)',
  );
  process.exitCode = NO_SERVER;
} else {
  try {
    process.exitCode = await checkAt(server);
  } catch (error) {
    if (!(error instanceof ExplainsNothing)) throw error;
    console.error(
      `NOT CHECKED: ${server.name} answers \`explain\` in a form that tells nothing of documents read.`,
    );
    process.exitCode = NO_SERVER;
  } finally {
    await server.stop();
  }
}

async function checkAt({ name, uri }: PlanningServer): Promise<number> {
  console.log(`Explained by ${name}:`);
  const database = await connectDatabase({ uri, database: `check-indexes-${randomUUID()}` });
  let slow = 0;
  try {
    for (const { service, ...one } of await declaredQueries()) {
      const collection = `${service}_${one.name}`;
      const journal = one.isJournal
        ? { ...journalIndexes({ ...one, collection }), sweeps: JOURNAL_SWEEPS }
        : {};
      const found = await explainQueries(database, collection, { ...one, ...journal });
      slow += found.length;
      const queries = Object.keys(one.queries).length;
      console.log(`${found.length === 0 ? 'ok    ' : 'SLOW  '} ${service} ${one.name}: ${queries}`);
      for (const { query, problems } of found)
        console.log(`         ${query} ${problems.join(', ')}`);
    }
  } finally {
    await database.connection.dropDatabase();
    await database.close();
  }
  return slow === 0 ? 0 : 1;
}
