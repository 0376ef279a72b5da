/** Why a command is refused. `code` is the name of the refusal in the graph. */
export type SupervisionRefusal =
  | { readonly code: 'NotPermittedInStatus'; readonly command: string; readonly status: string }
  | { readonly code: 'HandlerMayNotSupervise' }
  | { readonly code: 'TargetMayNotInvestigate' }
  | { readonly code: 'NotTheInvestigator' }
  | { readonly code: 'NotTheSuperior' }
  | { readonly code: 'SuperiorIsReporter' }
  | { readonly code: 'NoLeaderInCharge' }
  | { readonly code: 'NobodyToAsk' }
  | { readonly code: 'AlreadyAnswered' }
  | { readonly code: 'EndNotAhead'; readonly field: string }
  | { readonly code: 'WordsRequired'; readonly field: string };

export const notPermitted = (command: string, status: string) =>
  ({ code: 'NotPermittedInStatus', command, status }) as const;

export const isBlank = (text: string): boolean => text.trim() === '';
