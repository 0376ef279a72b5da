/** What one check found. Detail and advice never hold a secret. */
export interface Finding {
  /** What was looked at: `MongoDB`, `service cases`. */
  readonly about: string;
  readonly level: Level;
  readonly detail: string;
  /** What to do, in English and in Chinese; absent where all is well. */
  readonly advice?: Advice;
}

export type Level = 'ok' | 'warn' | 'fail';
export interface Advice {
  readonly en: string;
  readonly zh: string;
}

export const ok = (about: string, detail: string): Finding => ({ about, level: 'ok', detail });
export const warn = (about: string, detail: string, advice: Advice): Finding => ({
  ...{ about, level: 'warn', detail, advice },
});
export const fail = (about: string, detail: string, advice: Advice): Finding => ({
  ...{ about, level: 'fail', detail, advice },
});
