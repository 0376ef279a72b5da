import { readFileSync } from 'node:fs';
import { baseSdl } from './base-sdl.ts';

it('carries base.graphql word for word (after a change: node libs/subgraph/write-base-sdl.mjs)', () => {
  expect(baseSdl).toBe(readFileSync(`${__dirname}/../base.graphql`, 'utf8'));
});
