import { Kind, parse, visit, type ASTNode } from 'graphql';

/** Of composition and federation themselves, as `join__Graph`: no department has written them. */
const OF_FEDERATION = /__/u;
const ROOTS = ['Query', 'Mutation', 'Subscription'];
const ENGLISH_FIRST = /^[A-Za-z`]/u;
const CHINESE = /\p{Script=Han}/u;

/**
 * What of a graph is not described in English first and then in Chinese: the paths of types, fields, arguments, values
 * of enums and inputs, in the order of the SDL. The roots need no description. Directives are not looked at: clients see none.
 */
export function undescribed(sdl: string): readonly string[] {
  const found: string[] = [];
  const path: string[] = [];
  visit(parse(sdl, { noLocation: true }), {
    enter: (node) => {
      const name = nameOf(node);
      if (name === undefined) return undefined;
      if (OF_FEDERATION.test(name) || node.kind === Kind.DIRECTIVE_DEFINITION) return false;
      path.push(name);
      if (!isDescribed(node) && !ROOTS.includes(name)) found.push(path.join('.'));
      return undefined;
    },
    leave: (node) => {
      if (nameOf(node) !== undefined) path.pop();
    },
  });
  return found;
}

/** What a definition may have; graphql-js leaves out or sets to undefined what is not there. */
interface Described {
  readonly name?: { readonly value: string } | undefined;
  readonly description?: { readonly value: string } | undefined;
}

/** The name of what has a description in SDL; undefined for all else, as directives that are applied. */
const nameOf = (node: ASTNode) =>
  node.kind.endsWith('Definition') ? (node as Described).name?.value : undefined;

function isDescribed(node: ASTNode): boolean {
  const text = (node as Described).description?.value.trim() ?? '';
  return ENGLISH_FIRST.test(text) && CHINESE.test(text);
}
