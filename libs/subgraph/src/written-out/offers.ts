import { Kind, type DefinitionNode } from 'graphql';
import { parsedFields } from './parsed-field.ts';

const actions = parsedFields(`
  "All that the viewer has the right to do with it in this status, also what the law refuses him now, with the reason. 可办操作及原因"
  actions: [OfferedAction!]!`);

/** What has `availableActions` has `actions` behind them: the same with what is refused now, and why. */
export function withOffers(definition: DefinitionNode): DefinitionNode {
  if (definition.kind !== Kind.OBJECT_TYPE_DEFINITION) return definition;
  const { fields = [] } = definition;
  const names = fields.map(({ name }) => name.value);
  const at = names.indexOf('availableActions');
  if (at === -1 || names.includes('actions')) return definition;
  return { ...definition, fields: fields.toSpliced(at + 1, 0, ...actions) };
}
