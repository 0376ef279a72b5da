import { isUnasked, type Facts } from './facts.ts';
import { fail, ok, warn, type Finding } from './finding.ts';

const ABOUT = 'what is stored';

/** The newest of every journal, access record and replica, held against itself. */
export function checkStored({ stored }: Pick<Facts, 'stored'>): readonly Finding[] {
  // That a database does not answer is told by itself.
  if (isUnasked(stored)) return [];
  const { looked, found } = stored;
  const told = `the newest: ${looked.journals} journals, ${looked.accesses} accesses, ${looked.replicas} rows of replicas`;
  const [broken] = found.filter(({ level }) => level === 'broken');
  if (broken) {
    const advice = {
      en: 'Somebody or something has changed what was written: run `onewindow verify`, keep the server as it is, and compare with a backup.',
      zh: '存档内容被改动：请运行 onewindow verify，保留现场并与备份比对。',
    };
    const { program, collection, id, what } = broken;
    return [fail(ABOUT, `${program} ${collection} ${id} ${what}`, advice)];
  }
  const behind = found.filter(({ level }) => level === 'behind').length;
  if (behind > 0) {
    const advice = {
      en: 'Events may not arrive: look at consumers and dead letters above; `onewindow verify` names the rows.',
      zh: '副本落后于来源：请检查消费者与死信；onewindow verify 可列出明细。',
    };
    return [warn(ABOUT, `${told}; ${behind} behind their source`, advice)];
  }
  return [ok(ABOUT, told)];
}
