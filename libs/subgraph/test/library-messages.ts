import { readFileSync } from 'node:fs';
import ts from 'typescript';

/** Of a template's parts: short, a name and a number. */
const SAMPLE = '7';

interface Thrown {
  /** By what the error is made: `GraphQLError`, `syntaxError`, … */
  readonly maker: string;
  /** The functions around it, from the file down. */
  readonly within: readonly string[];
  readonly messages: readonly string[];
}

/** All errors that a file of a package makes, with all forms of their messages, read from its code. */
export function messagesOf(packageName: string, file: string): readonly Thrown[] {
  const text = readFileSync(`${__dirname}/../../../node_modules/${packageName}/${file}`, 'utf8');
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const found: Thrown[] = [];
  const look = (node: ts.Node, within: readonly string[]): void => {
    if (ts.isNewExpression(node) || ts.isCallExpression(node)) {
      const maker = makerOf(node);
      const message = node.arguments?.[maker === 'syntaxError' ? 2 : 0];
      if (MAKERS.has(maker) && message) found.push({ maker, within, messages: formsOf(message) });
    }
    const name = nameOf(node);
    node.forEachChild((child) => {
      look(child, name === undefined ? within : [...within, name]);
    });
  };
  look(source, []);
  return found;
}

const MAKERS: ReadonlySet<string> = new Set(['BadRequestError', 'GraphQLError', 'syntaxError']);

const makerOf = ({ expression }: ts.CallExpression | ts.NewExpression): string =>
  /(\w+)\)?$/.exec(expression.getText())?.[1] ?? '';

function nameOf(node: ts.Node): string | undefined {
  if (!ts.isFunctionLike(node) && !ts.isPropertyAssignment(node)) return undefined;
  return node.name?.getText();
}

function formsOf(node: ts.Expression): readonly string[] {
  if (ts.isStringLiteralLike(node)) return [node.text];
  if (ts.isParenthesizedExpression(node)) return formsOf(node.expression);
  if (ts.isConditionalExpression(node))
    return [...formsOf(node.whenTrue), ...formsOf(node.whenFalse)];
  if (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.PlusToken)
    return together(formsOf(node.left), formsOf(node.right));
  if (ts.isTemplateExpression(node)) {
    return node.templateSpans.reduce<readonly string[]>(
      (before, { expression, literal }) =>
        together(together(before, formsOf(expression)), [literal.text]),
      [node.head.text],
    );
  }
  // What might have been meant is none of the message.
  return [/didYouMean|suggest/i.test(node.getText()) ? '' : SAMPLE];
}

const together = (left: readonly string[], right: readonly string[]): readonly string[] =>
  left.flatMap((one) => right.map((other) => one + other));
