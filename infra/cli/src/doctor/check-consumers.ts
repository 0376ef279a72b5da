import type { DurableReport } from '@onewindow/messaging';
import { isUnasked, type BrokerFacts, type Facts } from './facts.ts';
import { fail, ok, warn, type Finding } from './finding.ts';

/** Behind this many events somebody in the hall sees old facts. */
const MANY = 1_000;

/** Every durable that a service remembers binding is there, is pulled, and gets on. */
export function checkConsumers({
  brokers,
  databases,
}: Pick<Facts, 'brokers' | 'databases'>): readonly Finding[] {
  return databases.flatMap(({ program, report }) => {
    const broker = brokers.find(({ programs }) => programs.includes(program));
    if (!broker || isUnasked(broker.reports) || isUnasked(report)) return [];
    const { reports } = broker;
    return report.more.bound.map((wanted) => checkDurable(program, wanted, reports));
  });
}

type Reports = Exclude<BrokerFacts['reports'], { unasked: string }>;

function checkDurable(
  program: string,
  { durable, stream }: { readonly durable: string; readonly stream: string },
  reports: Reports,
): Finding {
  const about = `durable ${durable}`;
  const [first, last] = reports.map(({ streams }) =>
    streams.find(({ name }) => name === stream)?.durables.find((it) => it.durable === durable),
  );
  if (!last) {
    const advice = {
      en: `It is bound when ${program} starts: see its log for “not bound yet”.`,
      zh: `由 ${program} 启动时创建：请查看日志 “not bound yet”。`,
    };
    return fail(about, `not bound to ${stream}`, advice);
  }
  const told = `${last.waiting} waiting, ${last.unacknowledged} in hand`;
  if (first && isAbandoned(first) && isAbandoned(last)) {
    const advice = {
      en: `Nobody fetches: see whether ${program} runs.`,
      zh: `无人拉取：请检查 ${program} 是否运行。`,
    };
    return fail(about, told, advice);
  }
  if (last.waiting < MANY) return ok(about, told);
  const isGaining = first !== undefined && last.waiting < first.waiting;
  const advice = isGaining
    ? { en: 'It catches up; look again later.', zh: '正在追赶，请稍后再看。' }
    : {
        en: `It falls behind: run more replicas of ${program}.`,
        zh: `积压增长：请增加 ${program} 副本。`,
      };
  return warn(about, told, advice);
}

/** Between two pulls, and while its hands are full, nobody asks for a moment: that alone means nothing. */
const isAbandoned = ({ isPulled, waiting, unacknowledged }: DurableReport) =>
  !isPulled && waiting > 0 && unacknowledged === 0;
