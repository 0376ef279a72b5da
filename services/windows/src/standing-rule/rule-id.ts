import { idFromCode } from '@onewindow/persistence';
import type { RuleKind } from './domain/standing-rule.ts';

/** The id of a place's rule of a kind: there is one. */
export const ruleId = (kind: RuleKind, place: string) =>
  idFromCode('standing-rule', `${kind}/${place}`);
