/** Who supervises: staff by id, and who had the case in hand or decided it, as far as it is known now. */
export interface Supervising {
  readonly by: string;
  readonly concerned: readonly string[];
}

/** Approval and supervision are separate (003:39): nobody closes what is about a case of his own (A38). */
export function handlesTheCase({ by, concerned }: Supervising) {
  return concerned.includes(by) ? ({ code: 'HandlerMayNotSupervise' } as const) : null;
}

/** A complaint is dealt with neither by its target (000:16) nor by who handles the case it is about. */
export function partial(supervising: Supervising, { target }: { readonly target: string | null }) {
  return supervising.by === target
    ? ({ code: 'TargetMayNotInvestigate' } as const)
    : handlesTheCase(supervising);
}
