import type { NotKnown } from '@onewindow/service';
import type { Language } from '@onewindow/subgraph';
import type { Handled } from '../../commands/handle-case.ts';
import { toCaseView, type CaseView } from '../../queries/case-view.ts';
import type { ResolversTypes } from '../types.generated.ts';
import { toRefusal } from './to-refusal.ts';

type Rejected = Extract<Handled, { readonly ok: false }>['rejection'];
type Success<Name extends string> = { readonly __typename: Name; readonly case: CaseView };

/** A command's answer as a member of a result union. Which refusals a mutation can meet is stated in its union. */
export function caseAnswer<Name extends string>(
  success: Name,
  outcome: Handled,
  language: Language,
): Success<Name> | Refused {
  return outcome.ok
    ? { __typename: success, case: toCaseView(outcome.aggregate) }
    : refusalOf(outcome.rejection, language);
}

const NO_MATERIALS = {
  en: 'Name at least one material that is missing.',
  zh: '请至少填写一项需补正的材料。',
} as const;
const UNKNOWN_MATERIALS = {
  en: 'These are not in the item’s list of materials: {named}.',
  zh: '事项材料清单中没有以下材料：{named}。',
} as const;

/** Every refusal with all that the graph promises of it. */
type Refused = Awaited<ResolversTypes['Rejection']>;

/** What the decider says in its own words, in those of the graph. */
export function refusalOf(rejection: Rejected | NotKnown, language: Language): Refused {
  switch (rejection.code) {
    case 'UnknownMaterials': {
      const path = 'materials';
      const named = rejection.materials.join(', ');
      const words = named === '' ? NO_MATERIALS : UNKNOWN_MATERIALS;
      const message = words[language].replace('{named}', named);
      const fields = [{ path, message }];
      return toRefusal({ code: 'InvalidInput', rule: '在线政务服务若干规定 6', fields }, language);
    }
    case 'ApproverSupervises':
      return toRefusal(
        { code: 'NotAuthorized', because: 'ApproverSupervises', rule: '003:39' },
        language,
      );
    case 'NotApplicant':
      return toRefusal({ code: 'NotAuthorized', because: 'NotApplicant' }, language);
    case 'ExcludedFromCase': {
      const { code, decidedBy, until } = rejection;
      return toRefusal({ code, decidedBy: { id: decidedBy }, until }, language);
    }
    case 'SealNotInCustody': {
      const seal = { id: rejection.seal };
      return toRefusal({ code: 'SealNotInCustody', seal }, language);
    }
    default:
      return toRefusal(rejection, language);
  }
}
