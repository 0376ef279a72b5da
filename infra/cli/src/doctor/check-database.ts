import { isUnasked, type DatabaseFacts, type Facts } from './facts.ts';
import { fail, ok, warn, type Finding } from './finding.ts';

export function checkDatabases({
  databases,
  isLocal,
}: Pick<Facts, 'databases' | 'isLocal'>): readonly Finding[] {
  return databases.flatMap((facts) => checkDatabase(facts, isLocal));
}

function checkDatabase({ program, report }: DatabaseFacts, isLocal: boolean): readonly Finding[] {
  const about = `MongoDB of ${program}`;
  if (isUnasked(report)) {
    const advice = {
      en: 'Start the server, or correct MONGODB_URI.',
      zh: '请启动数据库，或更正 MONGODB_URI。',
    };
    return [fail(about, report.unasked, advice)];
  }
  return [
    checkWrite(about, report),
    ...checkTopology(about, report, isLocal),
    ...letters(program, report.more.deadLetters),
  ];
}

type Report = Exclude<DatabaseFacts['report'], { unasked: string }>;

function checkWrite(about: string, { topology, members, write }: Report): Finding {
  const kind = topology === 'replica set' ? `replica set of ${members}` : topology;
  if ('ms' in write) return ok(about, `${kind}, majority write in ${Math.ceil(write.ms)} ms`);
  const advice = {
    en: 'No command can be taken: see to the majority of the replica set and to the user’s rights.',
    zh: '无法写入：请检查副本集多数节点与用户权限。',
  };
  return fail(about, `${kind}, majority write refused: ${write.refused}`, advice);
}

function checkTopology(
  about: string,
  { topology, members }: Report,
  isLocal: boolean,
): readonly Finding[] {
  const isSafe = topology === 'sharded' || (topology === 'replica set' && members >= 3);
  if (isLocal || isSafe) return [];
  const advice = {
    en: 'Run a replica set of three or a sharded cluster: what is acknowledged must survive a machine.',
    zh: '请使用三节点副本集或分片集群，确保单机故障不丢数据。',
  };
  return [warn(about, 'one machine less and the data is gone', advice)];
}

function letters(program: string, count: number): readonly Finding[] {
  if (count === 0) return [];
  const about = `dead letters of ${program}`;
  const advice = {
    en: `Read them (${program}DeadLetters in the graph), mend the cause, try them again.`,
    zh: `请查询 ${program}DeadLetters，排除原因后重试。`,
  };
  return [warn(about, `${count} events could not be handled`, advice)];
}
