import { runsOf } from '@onewindow/kernel';

/** A code as people type it: with or without hyphens, in capitals or not. */
export function squeezed(code: string): string {
  return runsOf(code).join('');
}
