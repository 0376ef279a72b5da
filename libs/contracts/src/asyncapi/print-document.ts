import { stringify } from 'yaml';

/** The document as YAML, the same text for the same contracts. */
export const printDocument = (document: object): string =>
  `# Made from the contracts by \`npm run asyncapi\`; not edited.\n${stringify(document, {
    lineWidth: 0,
    aliasDuplicateObjects: false,
  })}`;
