export { bytesRead } from './bytes-read.ts';
export { commandsOf, countCommands } from './count-commands.ts';
export { explainQueries, JOURNAL_SWEEPS, type SlowQuery } from './explain-queries.ts';
export { ExplainsNothing } from './explained-plan.ts';
export { startMongo, type TestMongo } from './start-mongo.ts';
export { uncoveredQueries, unmergedQueries, type Indexed } from './uncovered-queries.ts';
export { useDatabase, type TestDatabase } from './use-database.ts';
export { testVault } from './test-vault.ts';
