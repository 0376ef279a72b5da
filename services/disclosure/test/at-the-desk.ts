import type { Viewer } from '@onewindow/identity';
import {
  anybody,
  editor,
  entries,
  mutation,
  oneEntry,
  reviewer,
  words,
  type EntryPage,
  type RunningDisclosure,
} from './running-disclosure.ts';

/** What people do at the desk, and what anybody reads of it. */
export function atTheDesk(running: () => RunningDisclosure) {
  const list = async (variables: object, viewer: Viewer = anybody): Promise<EntryPage> =>
    (await running().ask(viewer, entries, variables)).disclosureEntries;
  const does = async (viewer: Viewer, name: string, input: object) =>
    (await running().ask(viewer, mutation(name), { input })).answer;
  const drafted = async (content: object = {}) =>
    (await does(editor, 'draftDisclosureEntry', { content: { ...words, ...content } })).entry.id;
  return {
    list,
    does,
    drafted,
    titles: async (variables: object) =>
      (await list(variables)).edges.map(({ node }) => node.title),
    count: async (filter: object) => (await list({ filter })).totalCount,
    entryOf: async (id: string, viewer: Viewer = anybody) =>
      (await running().ask(viewer, oneEntry, { id })).disclosureEntry,
    published: async (content: object = {}): Promise<string> => {
      const entryId = await drafted(content);
      await does(editor, 'submitDisclosureEntry', { entryId });
      await does(reviewer, 'approveDisclosureEntry', { entryId, secrecyCheck: '不涉密' });
      await does(editor, 'publishDisclosureEntry', { entryId, channels: ['BOARD', 'INTERNET'] });
      return entryId;
    },
  };
}
