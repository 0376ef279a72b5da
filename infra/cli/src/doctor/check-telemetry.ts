import type { Facts } from './facts.ts';
import { fail, ok, warn, type Finding } from './finding.ts';

/** Nothing goes to anybody, but for traces where the operator has named a collector. */
export function checkTelemetry({
  nx,
  programs,
}: Pick<Facts, 'nx' | 'programs'>): readonly Finding[] {
  return [
    ...checkNx(nx),
    ...programs.map(({ name, environment }) => checkProgram(name, environment)),
  ];
}

function checkNx(nx: Facts['nx']): readonly Finding[] {
  if (nx === undefined) return [];
  if (nx['neverConnectToCloud'] === true && nx['analytics'] === false)
    return [ok('Nx', 'tells nobody')];
  const advice = {
    en: 'Set "neverConnectToCloud": true and "analytics": false in nx.json.',
    zh: '请在 nx.json 中设置 neverConnectToCloud 为 true、analytics 为 false。',
  };
  return [fail('Nx', 'may report to its makers', advice)];
}

function checkProgram(
  name: string,
  environment: Readonly<Record<string, string | undefined>>,
): Finding {
  const about = `telemetry of ${name}`;
  const off = environment['APOLLO_TELEMETRY_DISABLED'];
  if (off !== '1' && off !== 'true') {
    const advice = {
      en: 'Set APOLLO_TELEMETRY_DISABLED=1: the Apollo packages report home by default.',
      zh: '请设置 APOLLO_TELEMETRY_DISABLED=1：Apollo 组件默认上报数据。',
    };
    return warn(about, 'not switched off', advice);
  }
  const traces = environment['OTEL_EXPORTER_OTLP_ENDPOINT'];
  return ok(about, traces ? `off; traces go to ${withoutPassword(traces)}` : 'off, no traces');
}

const withoutPassword = (address: string) => address.replaceAll(/\/\/[^@/]*@/gu, '//…@');
