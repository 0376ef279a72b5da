// Writes src/base-sdl.ts from base.graphql, so that a bundle carries the text. A spec compares both.
import { readFileSync, writeFileSync } from 'node:fs';

const here = import.meta.dirname;
const text = readFileSync(`${here}/base.graphql`, 'utf8')
  .replaceAll('\\', '\\\\')
  .replaceAll('`', '\\`');
writeFileSync(
  `${here}/src/base-sdl.ts`,
  `/** \`base.graphql\` as text: written by \`node write-base-sdl.mjs\`, never by hand. */\nexport const baseSdl = \`${text.replaceAll('${', '\\${')}\`;\n`,
);
