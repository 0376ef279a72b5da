import { streamOf, type BrokerReport, type StreamReport } from '@onewindow/messaging';
import { isAtLeast } from './compare-versions.ts';
import { isUnasked, type BrokerFacts, type Facts } from './facts.ts';
import { fail, ok, warn, type Finding } from './finding.ts';

const LEAST_NATS = '2.12.7';

export function checkBrokers({
  brokers,
  isLocal,
}: Pick<Facts, 'brokers' | 'isLocal'>): readonly Finding[] {
  return brokers.flatMap(({ reports, programs }) => {
    if (isUnasked(reports)) {
      const advice = {
        en: 'Start the server, or correct NATS_URL.',
        zh: '请启动 NATS，或更正 NATS_URL。',
      };
      return [fail('NATS', reports.unasked, advice)];
    }
    const [, report] = reports;
    return [checkServer(report), ...checkStreams(report, { programs, isLocal })];
  });
}

function checkServer({ version, jetStream }: BrokerReport): Finding {
  if (!jetStream) {
    const advice = {
      en: 'Start nats-server with JetStream (-js).',
      zh: '请启用 JetStream（-js）。',
    };
    return fail('NATS', `${version}, JetStream is off`, advice);
  }
  if (isAtLeast(version, LEAST_NATS)) return ok('NATS', `${version}, JetStream is on`);
  const advice = {
    en: `Use nats-server ${LEAST_NATS} or newer: earlier ones have known holes.`,
    zh: `请使用 nats-server ${LEAST_NATS} 或更新版本。`,
  };
  return warn('NATS', version, advice);
}

function checkStreams(
  { jetStream, streams }: BrokerReport,
  { programs, isLocal }: Pick<BrokerFacts, 'programs'> & { readonly isLocal: boolean },
): readonly Finding[] {
  if (!jetStream) return [];
  return programs.map((program) => {
    const name = streamOf(program);
    const stream = streams.find((it) => it.name === name);
    if (stream) return checkStream(stream, isLocal);
    const advice = {
      en: `Only the service makes it: see whether ${program} runs and is connected, and whether its log says that the broker has no room (NATS_STREAM_BYTES).`,
      zh: `数据流由服务自身创建：请检查 ${program} 是否运行并已连接，以及日志是否提示 NATS 空间不足（NATS_STREAM_BYTES）。`,
    };
    return fail(`stream ${name}`, 'not there', advice);
  });
}

function checkStream({ name, bytes, maxBytes, replicas }: StreamReport, isLocal: boolean): Finding {
  const about = `stream ${name}`;
  const told = `${megabytes(bytes)} of ${megabytes(maxBytes)} MiB, ${replicas} ${replicas === 1 ? 'copy' : 'copies'}`;
  if (bytes * 2 >= maxBytes) {
    const advice = {
      en: 'Give it more room before it forgets events younger than 30 days.',
      zh: '请扩大容量，否则将提前丢弃 30 天内的事件。',
    };
    return warn(about, told, advice);
  }
  if (isLocal || replicas >= 3) return ok(about, told);
  const advice = {
    en: 'Keep three copies in a cluster of three.',
    zh: '请在三节点集群中保留三份副本。',
  };
  return warn(about, told, advice);
}

const megabytes = (bytes: number) => Math.ceil(bytes / 1024 ** 2);
