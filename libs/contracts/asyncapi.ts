import { writeFileSync } from 'node:fs';
import { asyncApiDocument } from './src/asyncapi/asyncapi-document.ts';
import { printDocument } from './src/asyncapi/print-document.ts';
import * as contracts from './src/index.ts';

// `npm run asyncapi`: the contracts -> asyncapi.yaml
writeFileSync(`${import.meta.dirname}/asyncapi.yaml`, printDocument(asyncApiDocument(contracts)));
