import { isAtLeast } from './compare-versions.ts';
import type { Facts } from './facts.ts';
import { fail, ok, warn, type Finding } from './finding.ts';

const LEAST_NODE = '20.19.0';

export function checkNode({ node }: Pick<Facts, 'node'>): readonly Finding[] {
  if (isAtLeast(node, LEAST_NODE)) return [ok('Node', node)];
  const advice = {
    en: `Install Node ${LEAST_NODE} or newer.`,
    zh: `请安装 Node ${LEAST_NODE} 或更新版本。`,
  };
  return [fail('Node', node, advice)];
}

/** Only the embedded servers need it, and those are for centres on one machine. */
export function checkPython({
  python,
  isLocal,
}: Pick<Facts, 'python' | 'isLocal'>): readonly Finding[] {
  if (!isLocal) return [];
  const advice = {
    en: 'The embedded servers have wheels for Python 3.10 to 3.13.',
    zh: '内置服务器仅支持 Python 3.10 至 3.13。',
  };
  if (python === undefined) return [warn('Python', 'not found', advice)];
  const isServed = isAtLeast(python, '3.10') && !isAtLeast(python, '3.14');
  return [isServed ? ok('Python', python) : warn('Python', python, advice)];
}
