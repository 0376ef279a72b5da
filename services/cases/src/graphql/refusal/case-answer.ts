import type { Language } from '@onewindow/subgraph';
import type { Handled } from '../../commands/handle-case.ts';
import { toCaseView, type CaseView } from '../../queries/case-view.ts';
import { toRefusal } from './to-refusal.ts';

type Rejected = Extract<Handled, { readonly ok: false }>['rejection'];
type Success<Name extends string> = { readonly __typename: Name; readonly case: CaseView };

/** A command's answer as a member of a result union. Which refusals a mutation can meet is stated in its union. */
export function caseAnswer<Name extends string>(
  success: Name,
  outcome: Handled,
  language: Language,
): Success<Name> | ReturnType<typeof refusalOf> {
  return outcome.ok
    ? { __typename: success, case: toCaseView(outcome.aggregate) }
    : refusalOf(outcome.rejection, language);
}

/** What the decider says in its own words, in those of the graph. */
export function refusalOf(rejection: Rejected, language: Language) {
  switch (rejection.code) {
    case 'UnknownMaterials': {
      const path = 'materials';
      const named = rejection.materials.join(', ');
      const message =
        language === 'en'
          ? `Name materials of the item's own list, at least one (${named}).`
          : `只能填写事项材料清单中的材料，且不得为空（${named}）。`;
      const fields = [{ path, message }];
      return toRefusal({ code: 'InvalidInput', rule: '在线政务服务若干规定 6', fields }, language);
    }
    case 'ApproverSupervises':
      return toRefusal({ code: 'NotAuthorized', rule: '003:39' }, language);
    case 'ComplainedOf':
      return toRefusal({ code: 'NotAuthorized', rule: '000:16' }, language);
    case 'SealNotInCustody': {
      const seal = { id: rejection.seal };
      return toRefusal({ code: 'SealNotInCustody', seal }, language);
    }
    default:
      return toRefusal(rejection, language);
  }
}
