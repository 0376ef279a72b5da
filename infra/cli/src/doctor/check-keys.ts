import {
  journalEnvironment,
  parseEnvironment,
  personalDataEnvironment,
  requestTokenEnvironment,
  sessionEnvironment,
  subgraphKeysEnvironment,
  textKeysEnvironment,
} from '@onewindow/runtime';
import type { Facts, ProgramFacts } from './facts.ts';
import { fail, ok, type Finding } from './finding.ts';

/** Each key is there and long enough, gateway and subgraph have the same, and none is another centre's. */
export function checkKeys(facts: Facts): readonly Finding[] {
  const found = [
    ...facts.programs.flatMap(checkForm),
    ...checkAgreement(facts.programs),
    ...checkSharing(facts.programs),
    ...(facts.isLocal ? [] : facts.programs.flatMap((it) => checkOrigin(it, facts.localSecrets))),
  ];
  return found.length === 0 && facts.programs.length > 0
    ? [ok('keys', `${facts.programs.length} programs have theirs`)]
    : found;
}

/** Not the ones that this program doesn't have: which those are, it says itself when it starts. */
function checkForm({ name, isGateway, environment }: ProgramFacts): readonly Finding[] {
  const holdsTexts = environment['PERSONAL_DATA_KEYS'] !== undefined;
  const holdsPersonalData = environment['PERSONAL_DATA_INDEX_SECRET'] !== undefined;
  const shape = isGateway
    ? { sessions: sessionEnvironment, tokens: subgraphKeysEnvironment }
    : {
        ...{ tokens: requestTokenEnvironment, journal: journalEnvironment },
        ...(holdsPersonalData && { personal: personalDataEnvironment }),
        ...(holdsTexts && !holdsPersonalData && { texts: textKeysEnvironment }),
      };
  try {
    parseEnvironment(environment, shape);
    return [];
  } catch (error) {
    const [, ...lines] = (error as Error).message.split('\n');
    const advice = {
      en: 'Give it keys of 32 random bytes: openssl rand -base64 32.',
      zh: '请使用 32 字节随机密钥：openssl rand -base64 32。',
    };
    return lines.map((line) => fail(`keys of ${name}`, line.replace(/^- /u, ''), advice));
  }
}

interface Ring {
  readonly name: string;
  readonly keys: readonly { readonly id: string; readonly secret: string }[];
}

const ringsOfServices = (programs: readonly ProgramFacts[]): readonly Ring[] =>
  programs.flatMap(({ name, isGateway, environment }) => {
    const read = isGateway ? undefined : requestTokenEnvironment.safeParse(environment);
    return read?.success === true ? [{ name, keys: read.data.keys }] : [];
  });

/** The gateway signs with its first key, which the subgraph must know. */
function checkAgreement(programs: readonly ProgramFacts[]): readonly Finding[] {
  const gateway = programs.find(({ isGateway }) => isGateway);
  const rings = gateway && subgraphKeysEnvironment.safeParse(gateway.environment);
  if (rings?.success !== true) return [];
  const advice = {
    en: 'Put the same id:secret in SUBGRAPH_TOKEN_KEYS of the gateway and REQUEST_TOKEN_KEYS of the service: every request is refused until then.',
    zh: '网关 SUBGRAPH_TOKEN_KEYS 与服务 REQUEST_TOKEN_KEYS 必须一致，否则全部请求被拒绝。',
  };
  return ringsOfServices(programs).flatMap(({ name, keys }) => {
    const [signing] = rings.data.keys[name] ?? [];
    if (!signing) return [fail(`keys of ${name}`, 'the gateway has no key for it', advice)];
    const isKnown = keys.some(({ id, secret }) => id === signing.id && secret === signing.secret);
    return isKnown
      ? []
      : [fail(`keys of ${name}`, 'the gateway signs with a key that it does not know', advice)];
  });
}

/** Only the gateway and one subgraph may know a key, else one subgraph could speak as the gateway to another. */
function checkSharing(programs: readonly ProgramFacts[]): readonly Finding[] {
  const advice = {
    en: 'Give each subgraph a request token key of its own.',
    zh: '每个子图应使用各自的请求令牌密钥。',
  };
  const owners = new Map<string, string>();
  return ringsOfServices(programs).flatMap(({ name, keys }) =>
    keys.flatMap(({ secret }) => {
      const other = owners.get(secret);
      owners.set(secret, name);
      return other === undefined || other === name
        ? []
        : [fail(`keys of ${name}`, `shared with ${other}`, advice)];
    }),
  );
}

const HOLDING_KEYS = /_KEYS?$|_SECRET$/u;

function checkOrigin(
  { name, environment }: ProgramFacts,
  local: readonly string[],
): readonly Finding[] {
  const about = `keys of ${name}`;
  const isLocalKey = (value: string) =>
    value.includes('local:') || local.some((it) => value.includes(it));
  const copied = Object.entries(environment).filter(
    ([variable, value]) => HOLDING_KEYS.test(variable) && value !== undefined && isLocalKey(value),
  );
  const renew = {
    en: 'Make new ones: these lie in a developer’s folder.',
    zh: '请重新生成：该密钥存于开发机。',
  };
  const unset = {
    en: 'Unset ONEWINDOW_LOCAL: it allows what a real centre must not have.',
    zh: '请移除 ONEWINDOW_LOCAL。',
  };
  return [
    ...copied.map(([variable]) => fail(about, `${variable} is one of a local centre`, renew)),
    ...(environment['ONEWINDOW_LOCAL'] === '1' ? [fail(about, 'ONEWINDOW_LOCAL is 1', unset)] : []),
  ];
}
