import { isUnasked, type Facts, type ProgramFacts } from './facts.ts';
import { fail, ok, warn, type Finding } from './finding.ts';

export function checkPrograms({ programs }: Pick<Facts, 'programs'>): readonly Finding[] {
  return programs.flatMap((program) => [checkHealth(program), ...checkSubgraphs(program)]);
}

function checkHealth({ name, isGateway, health }: ProgramFacts): Finding {
  const about = isGateway ? 'gateway' : `service ${name}`;
  if (isUnasked(health)) {
    const advice = {
      en: 'Start it, or see its log for why it ended.',
      zh: '请启动该程序，或查看日志。',
    };
    return fail(about, health.unasked, advice);
  }
  const { address, isLive, isReady } = health;
  if (isReady) return ok(about, `ready at ${address}`);
  const advice = {
    en: 'It runs, but something that it needs is away: see the servers and durables here.',
    zh: '程序已运行，但依赖未就绪：请查看本表中的服务器与订阅。',
  };
  return fail(about, `${isLive ? 'live, not ready' : 'not live'} at ${address}`, advice);
}

function checkSubgraphs({ isGateway, health }: ProgramFacts): readonly Finding[] {
  if (!isGateway || isUnasked(health)) return [];
  const down = Object.entries(health.subgraphs ?? {}).filter(([, state]) => state !== 'up');
  const advice = {
    en: 'The gateway has stopped asking it for a while: see that service.',
    zh: '网关已暂停请求该服务：请检查该服务。',
  };
  return down.map(([name]) => warn('gateway', `takes ${name} to be down`, advice));
}
