import type { Day } from '@onewindow/calendar';
import type { Instant } from '@onewindow/kernel';
import type { CaseFile, Defect, FiledCase, Notice, Paper } from './case.ts';
import type { ItemFact, MaterialRef } from './facts.ts';

/** How a line stands. MISSING: it has not come. DEFECTIVE: it came and can't be taken. OWED: it is promised. */
export type LineState = 'MISSING' | 'RECEIVED' | 'DEFECTIVE' | 'OWED';

/** One material of the item's list, as it stands in a case. */
export interface Line extends MaterialRef {
  /** Null in a case from before the list was kept with it. */
  readonly need: ItemFact['materials'][number]['need'] | null;
  readonly state: LineState;
  /** When it came, null before, and where that is not known. */
  readonly cameAt: Instant | null;
  /** What is wrong with what came; null where nothing is. */
  readonly reason: string | null;
  /** The last day by which it was promised, null where it was not. */
  readonly owedUntil: Day | null;
  /** The applicant was asked for it, and it is still waited for. */
  readonly isAsked: boolean;
}

type OnFile = Pick<CaseFile, 'lists' | 'materials' | 'notice' | 'owed'>;

/** The list that a case's papers are of: the item's as it was filed, or, in an older case, all that it names itself. */
export function listedMaterials({ lists, materials, notice }: OnFile): readonly MaterialRef[] {
  if (lists) return lists.materials;
  const asked = notice?.materials ?? [];
  return [...materials, ...asked.filter(({ id }) => !materials.some((paper) => paper.id === id))];
}

type Waiting = Pick<FiledCase, 'status' | 'notice'>;

/** What of its notice a case still waits for: nothing in another status than that. */
export function stillAsked({ status, notice }: Waiting): readonly MaterialRef[] {
  return status === 'SUPPLEMENT_REQUIRED' ? unfulfilled(notice) : [];
}

/** The lines of a notice that have not come as its answer; none when it is answered. */
function unfulfilled(notice: Notice | null): readonly MaterialRef[] {
  if (notice === null || notice.answeredAt !== null) return [];
  const { materials, brought = [] } = notice;
  return materials.filter(({ id }) => !brought.includes(id));
}

/** What is wrong with what is still asked for: what was brought again is not named any more. */
export function stillDefective(state: Waiting): readonly Defect[] {
  const asked = stillAsked(state);
  return (state.notice?.defects ?? []).filter(({ id }) => asked.some((line) => line.id === id));
}

/** Every material of the list with how it stands: what came and when, what is wrong, what is owed until when. */
export function linesOf(state: OnFile & Waiting): readonly Line[] {
  const asked = stillAsked(state);
  const open = unfulfilled(state.notice);
  return listedMaterials(state).map(({ id, name }) => {
    const isAsked = asked.some((line) => line.id === id);
    const paper = state.materials.find((one) => one.id === id);
    const isOpen = open.some((line) => line.id === id);
    const reason = isOpen ? reasonOf(state.notice, id) : null;
    const isOwed = state.owed?.materials.some((line) => line.id === id) ?? false;
    return {
      ...{ id, name, reason, isAsked },
      need: state.lists?.materials.find((one) => one.id === id)?.need ?? null,
      state: isOwed ? 'OWED' : stateOf(paper, reason),
      cameAt: paper?.cameAt ?? null,
      owedUntil: isOwed ? (state.owed?.until ?? null) : null,
    };
  });
}

function stateOf(paper: Paper | undefined, reason: string | null): LineState {
  if (paper === undefined) return 'MISSING';
  return reason === null ? 'RECEIVED' : 'DEFECTIVE';
}

const reasonOf = (notice: Notice | null, material: string): string | null =>
  notice?.defects?.find(({ id }) => id === material)?.reason ?? null;

/** The papers with what has come now: of each the newest. */
export function withPapers(
  papers: readonly Paper[],
  brought: readonly MaterialRef[],
  cameAt: Instant,
): readonly Paper[] {
  const isNew = ({ id }: MaterialRef) => brought.some((one) => one.id === id);
  return [
    ...papers.filter((paper) => !isNew(paper)),
    ...brought.map(({ id, name }) => ({ id, name, cameAt })),
  ];
}
