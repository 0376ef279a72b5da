const TELLS_VALUE = [
  [/^(Expected value of type "[^"]+"), found .*$/s, '$1.'],
  [
    /^((?:Enum )?"?\w+"? cannot represent (?:an? )?[\w -]*?value): .*?( Did you mean the enum value [\w", ]+\?)?$/s,
    '$1.$2',
  ],
  [/^Value ".*" does not exist in ("\w+" enum\..*)$/s, 'The value does not exist in $1'],
] as const;

/**
 * What graphql-js says of a literal that is none of its type, without the literal: it may be personal, and errors are
 * kept where data is not. The kind of fault, the type and suggestions of names stay.
 */
export function withoutValue(message: string): string {
  const short = message.replaceAll(LONG_NAME, (name) => `${name.slice(0, NAME)}…`);
  const found = TELLS_VALUE.find(([form]) => form.test(short));
  return found === undefined ? short : short.replace(found[0], found[1]);
}

/** No name of the graph is as long: what is longer came from the caller, and is not sent back whole. */
const NAME = 100;
const LONG_NAME = new RegExp(`\\w{${NAME + 1},}`, 'g');
