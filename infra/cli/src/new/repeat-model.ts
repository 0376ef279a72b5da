import { pascal } from './names.ts';

/** What is said of this service is said of a new one: it has nobody's personal data and no rules of its own environment. */
export const MODEL = 'items';

/** A text of the model's as it is for another service, in each spelling. */
const inNameOf = (text: string, name: string): string =>
  text
    .replaceAll(MODEL, name)
    .replaceAll(MODEL.toUpperCase(), name.toUpperCase())
    .replaceAll(pascal(MODEL), pascal(name));

/** Lists of services: `'items', 'windows'`, one below the other, or `items|windows` in an expression. */
export const repeatedInLists =
  (path: string, name: string) =>
  (text: string): string => {
    const listed = text
      .replaceAll(/(?<=[[\n]\s*)(['"])items\1,(\s+)/gu, (found, quote: string, blank: string) =>
        [found, `${quote}${name}${quote},`, blank].join(''),
      )
      .replaceAll('(items|', `(items|${name}|`);
    if (listed === text) throw new Error(`${path} lists no services: write ${name} by hand.`);
    return listed;
  };

/** Lines of the model, each run of them followed by the same for the new service. */
export const repeatedLines =
  (path: string, line: RegExp, name: string) =>
  (text: string): string => {
    const lines = text.split('\n');
    if (!lines.some((one) => line.test(one))) {
      throw new Error(`${path} has no line of ${MODEL}: write ${name} by hand.`);
    }
    let run: string[] = [];
    return lines
      .flatMap((one) => {
        if (line.test(one)) {
          run.push(one);
          return [one];
        }
        const repeated = run.map((of) => inNameOf(of, name));
        run = [];
        return [...repeated, one];
      })
      .join('\n');
  };

/** The model's block of a YAML map, indented by two, with the same for the new service behind it. */
export const repeatedBlock =
  (path: string, name: string) =>
  (text: string): string => {
    const block = /^ {2}items:\n(?: {3,}.*\n|\n)*/mu.exec(text)?.[0];
    if (block === undefined) throw new Error(`${path} has no block of ${MODEL}.`);
    return text.replace(block, () => `${block.trimEnd()}\n\n${inNameOf(block, name)}`);
  };
