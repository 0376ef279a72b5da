import { isUnasked, type ClockFacts, type Facts } from './facts.ts';
import { fail, ok, warn, type Finding } from './finding.ts';

/** Request tokens live for 60 s: half of that apart, and they begin to be refused. */
const TOO_FAR_MS = 30_000;
const FAR_MS = 2_000;

export function checkClocks(facts: Facts): readonly Finding[] {
  const clocks = [
    ...facts.databases.flatMap(({ program, report }) =>
      isUnasked(report) ? [] : [[`MongoDB of ${program}`, report.clock] as const],
    ),
    ...facts.programs.flatMap(({ name, health }) =>
      isUnasked(health) || !health.clock ? [] : [[name, health.clock] as const],
    ),
  ];
  const apart = clocks.flatMap(([name, clock]) => checkClock(name, clock));
  const together = clocks.length > 0 && apart.length === 0;
  return [
    ...(together ? [ok('clock', `${clocks.length} clocks agree with this one`)] : apart),
    ...checkBusinessClock(facts),
  ];
}

function checkClock(name: string, { offset, within }: ClockFacts): readonly Finding[] {
  const surely = Math.abs(offset) - within;
  if (surely <= FAR_MS) return [];
  const told = `${name} is ${(Math.abs(offset) / 1_000).toFixed(1)} s ${offset > 0 ? 'ahead' : 'behind'}`;
  const advice = {
    en: 'Set both clocks by NTP: tokens of 60 s and the order of events go by them.',
    zh: '请使用 NTP 校时：60 秒令牌与事件顺序依赖时钟。',
  };
  return [surely > TOO_FAR_MS ? fail('clock', told, advice) : warn('clock', told, advice)];
}

function checkBusinessClock({ isLocal, movedClock, programs }: Facts): readonly Finding[] {
  const moving = programs.filter(({ environment }) => environment['BUSINESS_CLOCK']);
  if (!isLocal) {
    const advice = {
      en: 'Unset BUSINESS_CLOCK: the time of the law is not moved.',
      zh: '请移除 BUSINESS_CLOCK：法定时间不得调整。',
    };
    return moving.map(({ name }) => fail('business clock', `${name} may have it moved`, advice));
  }
  if (movedClock === undefined) return [];
  const advice = {
    en: 'Empty the file .onewindow/data/business-clock to be back in the present.',
    zh: '清空 .onewindow/data/business-clock 即恢复当前时间。',
  };
  return [warn('business clock', `moved: ${movedClock}`, advice)];
}
