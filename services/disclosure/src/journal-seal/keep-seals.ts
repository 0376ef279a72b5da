import type { EventContract, journalSealMade } from '@onewindow/contracts';
import { instant } from '@onewindow/kernel';
import { isSoundSeal, sealRoot } from '@onewindow/persistence';
import type { Clock, Log } from '@onewindow/runtime';
import { onEvent, type Reaction } from '@onewindow/service';
import { standingOf } from './domain/kept-seal.ts';
import { keptSealId, keptSealKind, type KeptSealJournal } from './kept-seal.kind.ts';

type SealMade = ReturnType<typeof journalSealMade> extends EventContract<infer Data> ? Data : never;

interface SealDeps {
  readonly seals: KeptSealJournal;
  readonly clock: Clock;
  readonly log: Pick<Log, 'error'>;
}

/**
 * Keeps the seals of one service's journals as they are told (architecture 2, ADR 26). Told twice it is kept once;
 * what contradicts a kept one is kept beside it. Whenever what is kept does not fit together, the log has an alarm.
 */
export function keepSeals(contract: EventContract<SealMade>, deps: SealDeps): Reaction {
  const { service } = contract;
  return onEvent(contract, async ({ happened, snapshot }, { id: actor, time }) => {
    const { seals, clock } = deps;
    const { number, previous, root, size, head } = snapshot;
    const id = keptSealId(service, number);
    const at = clock.now();
    const isSound = isSoundSeal(service, snapshot, happened.leaves);
    const seal = { previous, root, size, head, madeAt: instant(time), isSound };
    const command = { type: 'KeepSeal', at, service, number, seal } as const;
    const meta = { actor, at };
    await seals.create({ id, command, meta, fromEvent: true });
    // Where one was there before, another one is kept beside it by this; where it was just made nothing happens.
    const outcome = await seals.handle({ id, command, meta });
    if (!outcome.ok) throw new Error(`A seal was not kept: ${outcome.rejection.code}`);
    await tellFaults(deps, service, number);
  });
}

/** An alarm for this seal and the one behind it, which may have come before: each only where it does not fit. */
async function tellFaults(
  { seals, clock, log }: SealDeps,
  service: string,
  number: number,
): Promise<void> {
  const numbers = [number - 1, number, number + 1];
  const ids = numbers.map((one) => keptSealId(service, one));
  const [before, own, behind] = (await seals.findMany(ids, clock.now())).map(
    (found) => found && keptSealKind.toView(found),
  );
  const first = number === 1 ? sealRoot(service) : null;
  for (const { seal, stoodOn } of [
    { seal: own, stoodOn: before?.seal.head ?? first },
    { seal: behind, stoodOn: own?.seal.head ?? null },
  ]) {
    if (!seal) continue;
    const standing = standingOf(seal, stoodOn);
    if (standing !== 'BROKEN' && standing !== 'CONTRADICTED') continue;
    const heads = [seal.seal, ...seal.others].map(({ head }) => head);
    log.error(
      { standing, of: service, number: seal.number, heads },
      'the seals of a journal do not fit together: it was changed after it was sealed',
    );
  }
}
