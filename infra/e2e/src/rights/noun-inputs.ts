import { policyFiles } from '../policy-files.ts';

/** A UUID that nothing has. */
export const MISSING = '00000000-0000-4000-8000-000000000000';

type Fields = Readonly<Record<string, unknown>>;

/**
 * What the mutations of new nouns are asked with, from `policy/<noun>/inputs.json`: `{ mutation: { field: value } }`.
 * `"{unique}"` stands for a text that no other call has, `"{missing}"` for an id that nothing has.
 */
export function nounInputs(): Readonly<
  Record<string, (given: { readonly unique: string }) => Fields>
> {
  const inputs = policyFiles('inputs.json').flatMap(({ text }) =>
    Object.entries(JSON.parse(text) as Readonly<Record<string, Fields>>),
  );
  return Object.fromEntries(
    inputs.map(([mutation, fields]) => [
      mutation,
      ({ unique }: { readonly unique: string }) =>
        JSON.parse(
          JSON.stringify(fields).replaceAll('{unique}', unique).replaceAll('{missing}', MISSING),
        ) as Fields,
    ]),
  );
}
