import { authorizationEvents } from '@onewindow/contracts';
import { instant } from '@onewindow/kernel';
import { allOf, keepSnapshot, type Reaction } from '@onewindow/service';
import type { Replicas } from '../replicas/create-replicas.ts';

/** Which letter lets whom do what with which items (002:37, X15). */
export function onAuthorizationChanged({ letters }: Pick<Replicas, 'letters'>): Reaction {
  return keepSnapshot(allOf(authorizationEvents), letters, (letter, head) => ({
    ...head,
    department: letter.department,
    delegate: letter.delegate,
    items: letter.items,
    powers: letter.powers,
    validFrom: instant(letter.validFrom),
    validUntil: letter.validUntil === null ? null : instant(letter.validUntil),
    status: letter.status,
  }));
}
